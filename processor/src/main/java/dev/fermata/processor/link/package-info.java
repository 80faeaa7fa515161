/** Class files to class files: puts each generated state machine in the place of the body that it was made from. */
@NullMarked
package dev.fermata.processor.link;

import org.jspecify.annotations.NullMarked;
