package dev.fermata.processor.desugar;

import com.palantir.javapoet.ClassName;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Expr;
import dev.fermata.processor.ir.InferredType;
import dev.fermata.processor.ir.Label;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Part;
import dev.fermata.processor.ir.Part.Text;
import dev.fermata.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes the switches that choose a case: with the user's labels, an arrow, and a jump or an await-free body. */
final class DispatchCode {
    private static final String INDENT = "    ";
    private static final ClassName MATCH_EXCEPTION = ClassName.get("java.lang", "MatchException");

    private final Desugar desugar;
    private final Stmt.Switch choice;
    private final Code selector;
    private final Scope scope;
    private final List<Label> bodies = new ArrayList<>();
    private final List<@Nullable Label> guards = new ArrayList<>();
    private final Map<Integer, Label> nexts = new HashMap<>();

    /** @param scope that of the bodies */
    DispatchCode(Desugar desugar, Stmt.Switch choice, Code selector, Scope scope) {
        this.desugar = desugar;
        this.choice = choice;
        this.selector = selector;
        this.scope = scope;
        for (Stmt.Case one : choice.cases()) {
            bodies.add(new Label(one.hint()));
            guards.add(one.guard() == null ? null : new Label(one.hint() + "_guard"));
        }
    }

    /** Where the body of a case begins. */
    Label body(int index) {
        return bodies.get(index);
    }

    /** Where the guard of a case begins. */
    Label guard(int index) {
        Label label = guards.get(index);
        if (label == null) {
            throw new IllegalStateException("no guard that awaits: " + index);
        }
        return label;
    }

    /** Where the cases after one whose guard awaits are tried. */
    Label next(int index) {
        return nexts.computeIfAbsent(index, key -> new Label("next_case"));
    }

    /** Whether a body stays in the switch: one without an await that no other case falls into, nor is tried for again. */
    boolean isInPlace(Stmt.Case one) {
        boolean small = one.body().size() == 1
                && (one.body().get(0) instanceof Stmt.Plain
                        || one.body().get(0) instanceof Stmt.Yield yielded && yielded.value() instanceof Expr.Plain);
        return one.rule() && small && !choice.hold();
    }

    /**
     * Chooses among the cases from {@code first} on, up to one whose guard awaits. What is before them did not match.
     */
    List<Stmt> from(int first) {
        List<Stmt.Case> cases = choice.cases();
        if (first == cases.size() && first > 0) {
            return List.of(new Stmt.Plain(new Code(noMatch(), choice.line()), false));
        }
        if (first == cases.size() - 1
                && first > 0
                && isRest(first)
                && cases.get(first).bound().isEmpty()) {
            return List.of(new Stmt.Break(body(first), cases.get(first).line()));
        }
        List<Part> parts = new ArrayList<>(List.of(new Text("switch (")));
        parts.addAll(selector.parts());
        parts.add(new Text(") {"));
        boolean completes = !choice.exhaustive();
        int at = first;
        for (boolean ends = false; at < cases.size() && !ends; at++) {
            parts.add(new Part.At(cases.get(at).line() - 1));
            parts.add(new Text("\n" + INDENT));
            int same = lastOfSame(at);
            completes |= rule(same, labels(at, same), parts);
            at = same;
            ends = cases.get(at).guard() != null;
        }
        end(first, at, parts);
        parts.add(new Text("\n}"));
        return List.of(new Stmt.Plain(new Code(parts, choice.line()), completes));
    }

    private boolean isRest(int index) {
        Stmt.Case one = choice.cases().get(index);
        return one.match() == Stmt.Match.REST && one.guard() == null;
    }

    /** What none of the cases from {@code first} to before {@code last} takes. */
    private void end(int first, int last, List<Part> parts) {
        List<Stmt.Case> cases = choice.cases();
        Stmt.Case before = cases.isEmpty() ? null : cases.get(last - 1);
        if (before != null && before.guard() != null) {
            boolean all = before.match() == Stmt.Match.REST;
            boolean nulls = cases.stream().skip(last).anyMatch(Stmt.Case::ofNull);
            if (nulls || !all) {
                String labels = nulls ? all ? "case null" : "case null, default" : "default";
                parts.add(new Text("\n" + INDENT + labels + " -> "));
                parts.add(new Part.Exit(new Stmt.Break(next(last - 1), before.line())));
            }
        } else if (first > 0 && IntStream.range(first, last).noneMatch(this::isRest)) {
            parts.add(new Text("\n" + INDENT + "default -> "));
            parts.addAll(noMatch());
        }
    }

    /** As javac ends a switch without a default that takes everything. */
    private static List<Part> noMatch() {
        return List.of(new Text("throw new "), new Part.Type(MATCH_EXCEPTION), new Text("(null, null);"));
    }

    /** The last of the cases that go the same way as this one: constants without statements fall through to the next. */
    private int lastOfSame(int index) {
        int last = index;
        while (last + 1 < choice.cases().size()
                && choice.cases().get(last).match() == Stmt.Match.CONSTANTS
                && choice.cases().get(last).body().isEmpty()
                && !choice.cases().get(last).rule()
                && choice.cases().get(last + 1).match() == Stmt.Match.CONSTANTS) {
            last++;
        }
        return last;
    }

    /** {@code case 1: case 2:} as {@code case 1, 2}. */
    private List<Part> labels(int first, int last) {
        List<Part> parts = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            List<Part> labels = indented(choice.cases().get(i).labels());
            if (i > first && labels.get(0) instanceof Text text) {
                parts.add(new Text("," + text.text().substring("case".length())));
                labels = labels.subList(1, labels.size());
            }
            parts.addAll(labels);
        }
        return parts;
    }

    /** Adds what a case's labels lead to, giving the variables in them new names; whether it may complete. */
    private boolean rule(int index, List<Part> labels, List<Part> parts) {
        Stmt.Case one = choice.cases().get(index);
        if (isInPlace(one)) {
            parts.addAll(labels);
            parts.add(new Text(" -> "));
            return body(one.body().get(0), parts);
        }
        Map<Local, Local> renamed = rename(labels);
        parts.addAll(labels);
        parts.add(new Text(" -> "));
        List<Stmt> before = new ArrayList<>();
        for (Local local : one.bound()) {
            before.add(Switches.assign(local, renamed.getOrDefault(local, local), one.line()));
        }
        Label label = entry(index);
        parts.add(new Part.Exit(
                before.isEmpty() ? new Stmt.Break(label, one.line()) : new Stmt.Detour(before, label, one.line())));
        return false;
    }

    private boolean body(Stmt body, List<Part> parts) {
        parts.add(new Part.At(body.line()));
        if (body instanceof Stmt.Yield yielded) {
            parts.add(new Part.Use(yielded.target(), Part.Access.WRITE));
            parts.add(new Text(" = "));
            List<Part> value = indented(((Expr.Plain) yielded.value()).code());
            parts.addAll(InferredType.convert(yielded.target().type(), value));
            parts.add(new Text(";"));
            return true;
        }
        Stmt.Plain plain = (Stmt.Plain) desugar.statement(body, scope);
        parts.addAll(indented(plain.code()));
        return plain.completes();
    }

    private Label entry(int index) {
        Label guard = guards.get(index);
        return guard == null ? bodies.get(index) : guard;
    }

    /** The variables that these labels declare are not those of the machine, which the arms use. */
    private static Map<Local, Local> rename(List<Part> parts) {
        Map<Local, Local> renamed = new HashMap<>();
        for (Part part : parts) {
            if (part instanceof Part.Use use && use.access() == Part.Access.DECLARE) {
                Local local = use.local();
                renamed.put(local, Local.of(local.name(), local.type(), Local.Kind.PATTERN, true));
            }
        }
        parts.replaceAll(part -> renamed(part, renamed));
        return renamed;
    }

    private static Part renamed(Part part, Map<Local, Local> renamed) {
        if (part instanceof Part.Use use && renamed.containsKey(use.local())) {
            return new Part.Use(renamed.get(use.local()), use.access());
        } else if (part instanceof Part.Binding binding && renamed.containsKey(binding.local())) {
            return new Part.Binding(renamed.get(binding.local()), binding.opens());
        }
        return part;
    }

    private static List<Part> indented(Code code) {
        List<Part> parts = new ArrayList<>();
        for (Part part : code.parts()) {
            parts.add(part instanceof Text text ? new Text(text.text().replace("\n", "\n" + INDENT)) : part);
        }
        return parts;
    }
}
