/** Finds which locals each await must save. */
@NullMarked
package dev.fermata.processor.live;

import org.jspecify.annotations.NullMarked;
