/**
 * What the passes hand on: one {@code @Async} method as statements and expressions, of which only those with an await have
 * a structure; all other code stays a slice of the user's text ({@link dev.fermata.processor.ir.Code}).
 */
@NullMarked
package dev.fermata.processor.ir;

import org.jspecify.annotations.NullMarked;
