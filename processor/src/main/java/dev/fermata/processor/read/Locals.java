package dev.fermata.processor.read;

import dev.fermata.processor.ir.InferredType;
import dev.fermata.processor.ir.Local;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** The locals of one method, by the variable they stand for. */
final class Locals {
    /** @param depth in how many lambdas and class bodies it is declared */
    private record Entry(Local local, int depth) {}

    private final Map<Element, Entry> entries = new LinkedHashMap<>();
    private final Set<Local> all = new LinkedHashSet<>();
    private final Set<Element> inText = new HashSet<>();
    private final @Nullable Local self;

    Locals(@Nullable Local self) {
        this.self = self;
        if (self != null) {
            all.add(self);
        }
    }

    @Nullable Local self() {
        return self;
    }

    void add(Element variable, Local local, int depth) {
        entries.put(variable, new Entry(local, depth));
        all.add(local);
    }

    /** Says that the user's own text declares a variable: then it has the type that javac infers. */
    void declaredInText(Element variable) {
        inText.add(variable);
    }

    /** The local of a variable, if the generated class declares it with an {@link InferredType}. */
    @Nullable Local inferred(@Nullable Element variable) {
        Entry entry = variable == null || inText.contains(variable) ? null : entries.get(variable);
        return entry != null
                        && entry.depth() == 0
                        && InferredType.isIn(entry.local().type())
                ? entry.local()
                : null;
    }

    /** Adds one that stands for no variable of the user's. */
    Local add(Local local) {
        all.add(local);
        return local;
    }

    @Nullable Local of(Element variable) {
        Entry entry = entries.get(variable);
        return entry == null ? null : entry.local();
    }

    /** Whether code at {@code depth} captures the variable. */
    boolean isCaptured(Element variable, int depth) {
        Entry entry = entries.get(variable);
        return entry != null && depth > entry.depth();
    }

    /** In order of appearance. */
    Collection<Local> all() {
        return all;
    }
}
