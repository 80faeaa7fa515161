package dev.fermata.processor.oracle.fuzz;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Makes a failing program small, by delta debugging on its tree (Zeller and Hildebrandt, "Simplifying and Isolating
 * Failure-Inducing Input", 2002): drops runs of statements, puts what is within a statement in its place, and puts a literal or a
 * part of an expression in place of the expression. What is no Java any more, because a local is used that was dropped, does not
 * fail in the way that is looked for, and so is not taken.
 */
final class Shrinker {
    private static final int AT_ONCE = 16;
    private static final int NOT_SIMPLEST = 20;

    private final Function<List<Program>, OptionalInt> firstFailing;

    /** @param firstFailing of some candidates the first that still fails */
    Shrinker(Function<List<Program>, OptionalInt> firstFailing) {
        this.firstFailing = firstFailing;
    }

    /** A program of which no smaller one that was tried fails. */
    Program shrink(Program failing) {
        Program smallest = failing;
        for (Program next = smaller(smallest); next != smallest; next = smaller(smallest)) {
            smallest = next;
        }
        return smallest;
    }

    /** A smaller one that fails, or the same. */
    private Program smaller(Program program) {
        List<Program> candidates = candidates(program);
        for (int from = 0; from < candidates.size(); from += AT_ONCE) {
            List<Program> some = candidates.subList(from, Math.min(candidates.size(), from + AT_ONCE));
            OptionalInt found = firstFailing.apply(some);
            if (found.isPresent()) {
                return some.get(found.getAsInt());
            }
        }
        return program;
    }

    /** All that are one step smaller, the smallest first. */
    static List<Program> candidates(Program program) {
        List<Program> result = new ArrayList<>();
        variants(program.body()).map(program::withBody).forEach(result::add);
        variants(program.helper()).map(program::withHelper).forEach(result::add);
        variants(program.values()).map(program::withValues).forEach(result::add);
        int size = size(program);
        result.removeIf(candidate -> size(candidate) >= size);
        result.sort(Comparator.comparingInt(Shrinker::size));
        return result;
    }

    /** Its length, and so much more for each expression that is not yet the simplest: a name may be shorter than a literal. */
    private static int size(Program program) {
        return program.length() + size(program.body()) + size(program.helper()) + size(program.values());
    }

    private static int size(Tree tree) {
        return NOT_SIMPLEST
                * (int) tree.descendants()
                        .filter(part -> Type.SIMPLEST.containsKey(part.sort()))
                        .filter(part -> !part.parts().equals(List.of(Type.SIMPLEST.get(part.sort()))))
                        .count();
    }

    private static Stream<Tree> variants(Tree tree) {
        List<Tree> result = new ArrayList<>();
        collect(tree, UnaryOperator.identity(), result);
        return result.stream();
    }

    /** @param whole makes the whole tree of another one in place of this part */
    private static void collect(Tree part, UnaryOperator<Tree> whole, List<Tree> result) {
        if (part.sort().equals(Tree.BLOCK)) {
            dropped(part).forEach(shorter -> result.add(whole.apply(shorter)));
            for (int i = 0; i < part.parts().size(); i++) {
                int index = i;
                Tree statement = (Tree) part.parts().get(i);
                statement
                        .descendants()
                        .filter(inner -> inner.sort().equals(Tree.BLOCK))
                        .forEach(inner -> result.add(whole.apply(spliced(part, index, inner))));
            }
        } else {
            String simplest = Type.SIMPLEST.get(part.sort());
            if (simplest != null) {
                result.add(whole.apply(Tree.of(part.sort(), simplest)));
            }
            part.descendants()
                    .filter(inner -> inner.sort().equals(part.sort()))
                    .forEach(inner -> result.add(whole.apply(inner)));
        }
        for (int i = 0; i < part.parts().size(); i++) {
            if (part.parts().get(i) instanceof Tree child) {
                int index = i;
                collect(child, other -> whole.apply(part.with(index, other)), result);
            }
        }
    }

    /** Without runs of its statements: the halves, the quarters, and so on to each alone. */
    private static List<Tree> dropped(Tree block) {
        List<Tree> result = new ArrayList<>();
        int count = block.parts().size();
        for (int run = count; run > 0; run /= 2) {
            for (int from = 0; from < count; from += run) {
                List<Object> kept = new ArrayList<>(block.parts());
                kept.subList(from, Math.min(count, from + run)).clear();
                result.add(block.with(kept));
            }
        }
        return result;
    }

    private static Tree spliced(Tree block, int index, Tree inner) {
        List<Object> statements = new ArrayList<>(block.parts());
        statements.remove(index);
        statements.addAll(index, inner.parts());
        return block.with(statements);
    }
}
