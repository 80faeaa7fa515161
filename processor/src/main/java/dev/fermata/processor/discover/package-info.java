/** Finds the {@code @Async} methods of an analysed class and checks where {@code await} stands. */
@NullMarked
package dev.fermata.processor.discover;

import org.jspecify.annotations.NullMarked;
