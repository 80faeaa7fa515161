/** A client whose tests are those of docs/testing.md. */
@NullMarked
package dev.fermata.examples.testing;

import org.jspecify.annotations.NullMarked;
