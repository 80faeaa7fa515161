/**
 * Locks, channels and other things that tasks of one loop wait for. Between two awaits nothing else runs on a loop, so that
 * these are for what spans awaits: the rest needs no lock.
 *
 * <h2>Why there is one queue</h2>
 */
@NullMarked
package dev.fermata.sync;

import org.jspecify.annotations.NullMarked;
