/** Removes what the later passes need not know: loops become {@code Forever}, every {@code try} a {@code CatchAll}, and {@code &&}, {@code ||}, {@code ?:} and compound assignments with an await become statements before a value. */
@NullMarked
package dev.fermata.processor.desugar;

import org.jspecify.annotations.NullMarked;
