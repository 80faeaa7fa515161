package dev.fermata.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.fermata.processor.ir.AsyncMethod;
import dev.fermata.processor.ir.Bridge;
import dev.fermata.processor.ir.Local;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The lint that a generated class suppresses: what the user has suppressed where its body stands, and what its own form would
 * give though the user's does not.
 */
final class Lint {
    private Lint() {}

    /** @param locals those that it declares */
    static Set<String> of(AsyncMethod method, Layout layout, Collection<Local> locals) {
        Set<String> lint = new TreeSet<>(method.suppressed());
        if (layout.states().size() > 1) {
            lint.add("fallthrough");
        }
        if (method.bridges().stream().anyMatch(Lint::assigns)) {
            lint.add("cast"); // to the field's type, whether or not the operator gives that
        }
        if (!method.inferred().isEmpty()) {
            lint.addAll(Set.of("cast", "unchecked")); // what is given to them is cast to their names
        }
        Set<ClassName> generic = method.mentioned().stream()
                .filter(type -> !type.getTypeParameters().isEmpty())
                .map(ClassName::get)
                .collect(Collectors.toSet());
        boolean isRaw = locals.stream().anyMatch(local -> isRaw(local.type(), generic));
        if (isRaw
                || method.localClasses().stream()
                        .anyMatch(local -> !local.typeVariables().isEmpty())) {
            lint.add("rawtypes");
            lint.add("unchecked");
        }
        return lint;
    }

    private static boolean assigns(Bridge bridge) {
        return bridge instanceof Bridge.Set || bridge instanceof Bridge.Of of && assigns(of.bridge());
    }

    private static boolean isRaw(TypeName type, Set<ClassName> generic) {
        if (type instanceof ClassName) {
            return generic.contains(type);
        } else if (type instanceof ArrayTypeName array) {
            return isRaw(array.componentType(), generic);
        } else if (type instanceof ParameterizedTypeName parameterized) {
            return parameterized.typeArguments().stream().anyMatch(argument -> isRaw(argument, generic));
        }
        return type instanceof WildcardTypeName wildcard
                && (wildcard.upperBounds().stream().anyMatch(bound -> isRaw(bound, generic))
                        || wildcard.lowerBounds().stream().anyMatch(bound -> isRaw(bound, generic)));
    }
}
