/** Cuts the statements into blocks, which become states. */
@NullMarked
package dev.fermata.processor.graph;

import org.jspecify.annotations.NullMarked;
