/** What tests of asynchronous code need: time that passes only when nothing else can happen. */
@NullMarked
package dev.fermata.testing;

import org.jspecify.annotations.NullMarked;
