/** Between {@link java.util.concurrent.Flow}, the JDK's form of Reactive Streams, and asynchronous sequences. */
@NullMarked
package dev.fermata.flow;

import org.jspecify.annotations.NullMarked;
