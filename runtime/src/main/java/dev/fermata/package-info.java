/** Async/await for Java: the vocabulary ({@link dev.fermata.Fermata}), tasks, and the event loop that they run on. */
@NullMarked
package dev.fermata;

import org.jspecify.annotations.NullMarked;
