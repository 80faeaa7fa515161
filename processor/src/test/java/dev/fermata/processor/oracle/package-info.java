/**
 * The blocking oracle: every case is compiled twice, as plain Java against a {@code dev.fermata} whose await is a mere
 * call, and by the processor against the real runtime; what the two do must look the same under every schedule.
 */
package dev.fermata.processor.oracle;
