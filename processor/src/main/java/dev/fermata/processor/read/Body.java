package dev.fermata.processor.read;

import com.sun.source.tree.Tree;
import dev.fermata.processor.ir.Bridge;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Returns;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** What is known of the method that is read, and what its reading needs of the owner. */
final class Body {
    private final Unit unit;
    private final TypeElement owner;
    private final Returns returns;
    private final Locals locals;
    private final AwaitFinder awaits;
    private final Function<TypeElement, OwnerBridges> ownerBridges;
    private final Set<Bridge> bridges = new LinkedHashSet<>();
    private final IdentityHashMap<Tree, String> opened = new IdentityHashMap<>();

    Body(
            Unit unit,
            TypeElement owner,
            Returns returns,
            Locals locals,
            AwaitFinder awaits,
            Function<TypeElement, OwnerBridges> ownerBridges) {
        this.unit = unit;
        this.owner = owner;
        this.returns = returns;
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

    Returns returns() {
        return returns;
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

    /**
     * Notes that the method calls a bridge; its name.
     *
     * @param host the owner, or a class around it
     */
    String use(TypeElement host, Function<OwnerBridges, Bridge> of) {
        Bridge bridge = of.apply(ownerBridges.apply(host));
        bridges.add(host.equals(owner) ? bridge : new Bridge.Of(host, bridge));
        return bridge.name();
    }

    Set<Bridge> bridges() {
        return bridges;
    }
}
