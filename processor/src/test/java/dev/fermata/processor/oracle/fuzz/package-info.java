/** Random programs for the oracle: well-typed, ending, full of side effects, and with awaits wherever they may stand. */
package dev.fermata.processor.oracle.fuzz;
