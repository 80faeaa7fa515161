/** Reads one {@code @Async} method out of javac's attributed tree into the IR. */
@NullMarked
package dev.fermata.processor.read;

import org.jspecify.annotations.NullMarked;
