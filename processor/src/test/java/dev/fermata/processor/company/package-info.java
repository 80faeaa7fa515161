/** Fermata beside other tools in the same build: the real ones, run as a build runs them. */
package dev.fermata.processor.company;
