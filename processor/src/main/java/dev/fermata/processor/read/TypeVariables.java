package dev.fermata.processor.read;

import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.sun.source.util.TreePath;
import dev.fermata.processor.ir.LocalClass;
import dev.fermata.processor.message.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;

/**
 * The type variables that async code can name. All become the generated class's own: those that others hide get another
 * name.
 *
 * @param parameters those of the classes around the code, then the method's
 * @param renamed the names of the hidden ones
 */
record TypeVariables(List<TypeParameterElement> parameters, Map<Element, String> renamed) {
    TypeVariables {
        parameters = List.copyOf(parameters);
        renamed = Map.copyOf(renamed);
    }

    /**
     * Those of a member.
     *
     * @param element the method or field, or the class of an initializer
     */
    static TypeVariables of(Element element, boolean isStatic) {
        List<TypeParameterElement> parameters = new ArrayList<>();
        boolean stopped = false;
        for (Element at = element; at != null && !(at instanceof PackageElement); at = at.getEnclosingElement()) {
            if (stopped && at instanceof TypeElement) {
                break;
            }
            if (at instanceof ExecutableElement executable) {
                parameters.addAll(0, executable.getTypeParameters());
            } else if (at instanceof TypeElement type) {
                parameters.addAll(0, type.getTypeParameters());
            }
            stopped = at == element ? isStatic : at.getModifiers().contains(Modifier.STATIC);
        }
        return new TypeVariables(parameters, renamed(parameters));
    }

    private static Map<Element, String> renamed(List<TypeParameterElement> parameters) {
        Set<String> names = new HashSet<>();
        parameters.forEach(parameter -> names.add(parameter.getSimpleName().toString()));
        Set<String> seen = new HashSet<>();
        Map<Element, String> renamed = new HashMap<>();
        for (int i = parameters.size() - 1; i >= 0; i--) {
            String name = parameters.get(i).getSimpleName().toString();
            if (!seen.add(name)) {
                int number = 2;
                while (!names.add(name + number)) {
                    number++;
                }
                renamed.put(parameters.get(i), name + number);
            }
        }
        return renamed;
    }

    /** @param denotable which knows the new names */
    List<TypeVariableName> declarations(Denotable denotable) {
        List<TypeVariableName> variables = new ArrayList<>();
        for (TypeParameterElement parameter : parameters) {
            String name =
                    renamed.getOrDefault(parameter, parameter.getSimpleName().toString());
            variables.add(TypeVariableName.get(
                    name,
                    parameter.getBounds().stream()
                            .map(bound -> Objects.requireNonNull(denotable.of(bound)))
                            .toArray(TypeName[]::new)));
        }
        return variables;
    }

    /** In the view a class that mentions such a variable would hide that of its owner in the owner's name. */
    void check(Collection<LocalClass> localClasses, TreePath path) {
        for (LocalClass local : localClasses) {
            for (TypeParameterElement variable : local.typeVariables()) {
                if (local.inner()
                        && renamed.keySet().stream()
                                .anyMatch(other -> other.getSimpleName().equals(variable.getSimpleName()))) {
                    throw new Rejection(Message.TYPE_VARIABLE_HIDES, path, variable.getSimpleName());
                }
            }
        }
    }
}
