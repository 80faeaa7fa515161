package dev.fermata.simulation;

import dev.fermata.sync.Held;

/**
 * What a body holds.
 *
 * @param node that has waited for it
 */
record Hold(Node node, Held held, Locks.Kind kind, int weight) {}
