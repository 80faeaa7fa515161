/** Everything that the processor says to the user, and how it is printed. */
@NullMarked
package dev.fermata.processor.message;

import org.jspecify.annotations.NullMarked;
