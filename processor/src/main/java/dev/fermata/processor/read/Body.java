package dev.fermata.processor.read;

import com.sun.source.tree.Tree;
import dev.fermata.processor.ir.Bridge;
import dev.fermata.processor.ir.Local;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** What is known of the method that is read, and what its reading needs of the owner. */
final class Body {
    private final Unit unit;
    private final TypeElement owner;
    private final Locals locals;
    private final AwaitFinder awaits;
    private final OwnerBridges ownerBridges;
    private final Set<Bridge> bridges = new LinkedHashSet<>();
    private final IdentityHashMap<Tree, String> opened = new IdentityHashMap<>();

    Body(Unit unit, TypeElement owner, Locals locals, AwaitFinder awaits, OwnerBridges ownerBridges) {
        this.unit = unit;
        this.owner = owner;
        this.locals = locals;
        this.awaits = awaits;
        this.ownerBridges = ownerBridges;
    }

    Unit unit() {
        return unit;
    }

    TypeElement owner() {
        return owner;
    }

    Locals locals() {
        return locals;
    }

    @Nullable Local self() {
        return locals.self();
    }

    boolean awaits(Tree tree) {
        return awaits.contains(tree);
    }

    /** Trees that become IR though they do not await, each with a variable: see {@link LocalsScanner#addOpened}. */
    Map<Tree, String> opened() {
        return opened;
    }

    OwnerBridges ownerBridges() {
        return ownerBridges;
    }

    /** Notes that the method calls the bridge; its name. */
    String use(Bridge bridge) {
        bridges.add(bridge);
        return bridge.name();
    }

    Set<Bridge> bridges() {
        return bridges;
    }
}
