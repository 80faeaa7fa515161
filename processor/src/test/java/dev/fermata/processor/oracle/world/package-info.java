/**
 * What both sides of the comparison share: a script of what the awaited tasks do, and a record of what the body did. It
 * names no type of {@code dev.fermata}, because each side has its own.
 */
package dev.fermata.processor.oracle.world;
