/** The code of docs/sync.md, which the tests compare with it and run. */
@NullMarked
package dev.fermata.examples.sync;

import org.jspecify.annotations.NullMarked;
