/** What the machines are like at run time, seen from outside: what they keep, allocate and say when they fail. */
package dev.fermata.processor.machine;
