package dev.fermata.processor.graph;

import dev.fermata.processor.ir.Local;
import org.jspecify.annotations.Nullable;

/** Blocks whose failures one handler takes: the body of a {@code CatchAll}. Regions are nested; compared by identity. */
public final class Region {
    private final @Nullable Region outer;
    private final Local failure;
    Block handler;

    Region(@Nullable Region outer, Block handler, Local failure) {
        this.outer = outer;
        this.handler = handler;
        this.failure = failure;
    }

    /** The region around it, in which the handler itself is. */
    public @Nullable Region outer() {
        return outer;
    }

    /** The block that runs next when a block of this region fails. */
    public Block handler() {
        return handler;
    }

    /** The local that then holds the failure. */
    public Local failure() {
        return failure;
    }
}
