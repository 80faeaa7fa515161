/** Takes every await out of the expression it stands in, in Java's evaluation order. */
@NullMarked
package dev.fermata.processor.spill;

import org.jspecify.annotations.NullMarked;
