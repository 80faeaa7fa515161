package dev.fermata.processor.read;

import com.palantir.javapoet.ClassName;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.discover.AwaitFinder;
import dev.fermata.processor.ir.Bridge;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Returns;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.TypeElement;

/** What is known of the method that is read, and what its reading needs of the owner. */
final class Body {
    private final Surroundings surroundings;
    private final ClassName frame;
    private final Returns returns;
    private final Locals locals;
    private final AwaitFinder awaits;
    private final Function<TypeElement, OwnerBridges> ownerBridges;
    private final AsyncLambdas lambdas;
    private final Set<Bridge> bridges = new LinkedHashSet<>();
    private final IdentityHashMap<Tree, String> opened = new IdentityHashMap<>();
    private boolean usesSelf;

    /** @param frame the class that the body becomes */
    Body(
            Surroundings surroundings,
            ClassName frame,
            Returns returns,
            Locals locals,
            AwaitFinder awaits,
            Function<TypeElement, OwnerBridges> ownerBridges,
            AsyncLambdas lambdas) {
        this.surroundings = surroundings;
        this.frame = frame;
        this.returns = returns;
        this.locals = locals;
        this.awaits = awaits;
        this.ownerBridges = ownerBridges;
        this.lambdas = lambdas;
    }

    Unit unit() {
        return surroundings.unit();
    }

    TypeElement owner() {
        return surroundings.owner();
    }

    Returns returns() {
        return returns;
    }

    Locals locals() {
        return locals;
    }

    /** {@code this}, which the body then is known to use. */
    Local self() {
        usesSelf = true;
        return Objects.requireNonNull(locals.self(), "an instance member in a static method");
    }

    boolean usesSelf() {
        return usesSelf;
    }

    /** The lambda's machine, if it awaits. */
    Optional<AsyncLambda> asyncLambda(TreePath lambda) {
        return lambdas.of(lambda, surroundings, frame.simpleName());
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
        bridges.add(host.equals(owner()) ? bridge : new Bridge.Of(host, bridge));
        return bridge.name();
    }

    Set<Bridge> bridges() {
        return bridges;
    }
}
