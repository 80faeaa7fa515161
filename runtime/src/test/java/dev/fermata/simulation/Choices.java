package dev.fermata.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * All that is random in a run. An operation is known by a key, which is made of the keys of what it stands in; what it does
 * depends on its key and on the seed only. So some operations can be left out, and the others stay as they are.
 */
final class Choices {
    private final long seed;
    private final Set<Long> leftOut;

    /** The keys of the operations that were begun, in order, without those left out. */
    final List<Long> begun = new ArrayList<>();

    Choices(long seed, Set<Long> leftOut) {
        this.seed = seed;
        this.leftOut = leftOut;
    }

    /** Whether the operation is to be done. */
    boolean begin(long key) {
        if (!leftOut.isEmpty() && leftOut.contains(key)) {
            return false;
        }
        begun.add(key);
        return true;
    }

    /** The key of something inside of what has that key. */
    static long inside(long key, long part) {
        return mix(key + 0x9E3779B97F4A7C15L * (part + 1));
    }

    /** A number from 0, for one aspect of an operation. */
    int pick(long key, int aspect, int bound) {
        return (int) Long.remainderUnsigned(inside(key ^ seed * 0xD1342543DE82EF95L, aspect), bound);
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", 2014). */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
