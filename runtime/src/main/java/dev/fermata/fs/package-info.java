/**
 * Files. A regular file is never "not ready", and the JDK has no other non-blocking form for it, so every operation here is
 * {@linkplain dev.fermata.Fermata#offload offloaded}: one hop to another thread and back for each call. Where that hop
 * would be felt, in reading a large file from front to back, {@link dev.fermata.fs.AsyncFileReader} hides it by reading
 * ahead.
 */
@NullMarked
package dev.fermata.fs;

import org.jspecify.annotations.NullMarked;
