package dev.fermata.processor.read;

import dev.fermata.processor.ir.Bridge;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/** The bridges of one owner. All its methods share them: the same member gets the same bridge. */
final class OwnerBridges {
    private final Map<List<Object>, Bridge> bridges = new LinkedHashMap<>();
    private final Map<TypeElement, String> locals = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    OwnerBridges(TypeElement owner, Elements elements) {
        for (Element member : elements.getAllMembers(owner)) {
            taken.add(member.getSimpleName().toString());
        }
        for (TypeElement around : Enclosing.classes(owner)) {
            taken.add(around.getSimpleName().toString());
        }
    }

    Bridge superCall(ExecutableElement method, TypeElement in) {
        String prefix = in.getKind().isInterface() ? "super$" + in.getSimpleName() + "$" : "super$";
        return bridge("super", method, in, prefix + method.getSimpleName(), name -> new Bridge.Call(name, method, in));
    }

    Bridge protectedCall(ExecutableElement method) {
        TypeElement in = (TypeElement) Objects.requireNonNull(method.getEnclosingElement());
        return bridge("call", method, in, "protected$" + method.getSimpleName(), name -> virtual(name, method, in));
    }

    private static Bridge virtual(String name, ExecutableElement method, TypeElement in) {
        return method.getModifiers().contains(Modifier.STATIC)
                ? new Bridge.Call(name, method, in)
                : new Bridge.Virtual(name, method);
    }

    Bridge get(VariableElement field) {
        return bridge("get", field, field, "get$" + field.getSimpleName(), name -> new Bridge.Get(name, field));
    }

    Bridge set(VariableElement field) {
        return bridge("set", field, field, "set$" + field.getSimpleName(), name -> new Bridge.Set(name, field));
    }

    Bridge outer(TypeElement outer) {
        return bridge("outer", outer, outer, "outer$" + outer.getSimpleName(), name -> new Bridge.Outer(name, outer));
    }

    /** The name by which a local class is shown as a member of the owner. */
    String localName(TypeElement type, String wish) {
        return locals.computeIfAbsent(type, key -> free(wish, ""));
    }

    private Bridge bridge(String use, Element member, Element in, String wish, Function<String, Bridge> make) {
        return bridges.computeIfAbsent(List.of(use, member, in), key -> make.apply(free(wish, "$")));
    }

    private String free(String wish, String separator) {
        String name = wish;
        for (int i = 2; !taken.add(name); i++) {
            name = wish + separator + i;
        }
        return name;
    }
}
