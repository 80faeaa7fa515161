/** Speed as a ratio within one run: each Fermata method stands beside what a person would write by hand. */
@NullMarked
package dev.fermata.benchmarks;

import org.jspecify.annotations.NullMarked;
