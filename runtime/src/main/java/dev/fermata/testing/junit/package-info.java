/**
 * Tests of JUnit 5 that are {@link dev.fermata.Async} methods. The one package that needs {@code junit-jupiter-api}, of which
 * Fermata's runtime has no other use: who does not have JUnit does not notice.
 */
@NullMarked
package dev.fermata.testing.junit;

import org.jspecify.annotations.NullMarked;
