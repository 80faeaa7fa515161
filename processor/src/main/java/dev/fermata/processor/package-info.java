/** Fermata's annotation processor: compiles {@code @Async} methods into resumable state machines. */
@NullMarked
package dev.fermata.processor;

import org.jspecify.annotations.NullMarked;
