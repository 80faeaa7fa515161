/** An echo server in a few lines, and a program that shows what becomes of them. */
@NullMarked
package dev.fermata.examples.echo;

import org.jspecify.annotations.NullMarked;
