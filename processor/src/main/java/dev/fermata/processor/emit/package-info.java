/** Prints the graph as a class that a person can read. */
@NullMarked
package dev.fermata.processor.emit;

import org.jspecify.annotations.NullMarked;
