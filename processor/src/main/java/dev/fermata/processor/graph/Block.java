package dev.fermata.processor.graph;

import com.palantir.javapoet.TypeName;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements that run one after the other, and what comes then. Built by {@link GraphBuilder}; after that, only read. */
public final class Block {
    private final String hint;
    private final @Nullable Region region;
    private final int line;
    final List<Stmt> steps = new ArrayList<>();
    Exit exit = new Exit.Unreachable();

    @Nullable Received received;

    /**
     * The awaited value with which a block that follows an await begins.
     *
     * @param target none if the value is dropped
     */
    public record Received(@Nullable Local target, TypeName type, int line) {}

    Block(String hint, @Nullable Region region, int line) {
        this.hint = hint;
        this.region = region;
        this.line = line;
    }

    /** A word for the state's name. */
    public String hint() {
        return hint;
    }

    /** The innermost region that it is in; none where a failure ends the method. */
    public @Nullable Region region() {
        return region;
    }

    public int line() {
        return line;
    }

    /** {@code Plain}, {@code Declare}, {@code Evaluate} or {@code Enter}. */
    public List<Stmt> steps() {
        return List.copyOf(steps);
    }

    public Exit exit() {
        return exit;
    }

    /** What it begins with, if it follows an await. */
    public @Nullable Received received() {
        return received;
    }

    @Override
    public String toString() {
        return hint;
    }
}
