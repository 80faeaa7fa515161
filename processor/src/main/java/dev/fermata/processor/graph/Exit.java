package dev.fermata.processor.graph;

import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Wait;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How control leaves a block at its end. */
public sealed interface Exit {
    /** The blocks that may run next. */
    List<Block> targets();

    record Goto(Block target) implements Exit {
        @Override
        public List<Block> targets() {
            return List.of(target);
        }
    }

    record Branch(Code condition, Block whenTrue, Block whenFalse) implements Exit {
        @Override
        public List<Block> targets() {
            return List.of(whenTrue, whenFalse);
        }
    }

    /**
     * Awaits {@code task}, or emits it; {@code resume} begins with the value.
     *
     * @param inHandler whether it stands in a {@code catch} or {@code finally} block, or closes a resource
     */
    record Suspend(Code task, Block resume, boolean inHandler, int line, Wait kind) implements Exit {
        @Override
        public List<Block> targets() {
            return List.of(resume);
        }
    }

    /** @param task whether {@code value} is a task, or the like, whose outcome is the method's */
    record Return(@Nullable Code value, boolean task, int line) implements Exit {
        @Override
        public List<Block> targets() {
            return List.of();
        }
    }

    record Throw(Code failure, int line) implements Exit {
        @Override
        public List<Block> targets() {
            return List.of();
        }
    }

    /** The last step does not complete, so nothing comes next. */
    record Unreachable() implements Exit {
        @Override
        public List<Block> targets() {
            return List.of();
        }
    }
}
