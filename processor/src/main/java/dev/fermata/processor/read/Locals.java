package dev.fermata.processor.read;

import com.palantir.javapoet.TypeName;
import dev.fermata.processor.ir.Local;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
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
    private final Map<Local, List<TypeName>> bounds = new HashMap<>();
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

    /** Says that a variable's type is an intersection of these. */
    void bound(Local local, List<TypeName> types) {
        bounds.put(local, types);
    }

    /** Whether the type of some local is an intersection. */
    boolean hasBounds() {
        return !bounds.isEmpty();
    }

    /** What a read of a local is cast to; none if it has its own type. */
    List<TypeName> bounds(Local local) {
        return bounds.getOrDefault(local, List.of());
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
