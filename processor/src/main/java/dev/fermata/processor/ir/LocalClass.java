package dev.fermata.processor.ir;

import com.palantir.javapoet.ClassName;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;

/**
 * A class that the body declares, with a name or anonymous. javac has compiled it with the rest of the file, and the
 * generated source uses that very class: the widened view shows it as a member of the owner, whose constructors take what
 * it captures as their first arguments.
 *
 * @param name of the member, which no other has
 * @param typeVariables of the async method, that it mentions: its first type parameters in the view
 * @param captured what its constructors are given before the user's arguments
 * @param inner whether it belongs to an instance of the owner
 */
public record LocalClass(
        TypeElement element,
        ClassName name,
        List<TypeParameterElement> typeVariables,
        List<VariableElement> captured,
        boolean inner) {
    public LocalClass {
        typeVariables = List.copyOf(typeVariables);
        captured = List.copyOf(captured);
    }
}
