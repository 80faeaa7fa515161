package dev.fermata.processor.ir;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * One {@code @Async} method, as every pass hands it on.
 *
 * @param element the method, for messages and for linking
 * @param owner the class it stands in
 * @param frame the name of the class to generate: in the owner's package, free
 * @param typeVariables those of the enclosing classes that the body can name, then the method's own
 * @param returns what it returns
 * @param result the {@code T} of what it returns, {@code Task<T>} or another; {@code Void} for none
 * @param self {@code this}, none for a static method
 * @param locals every local that the body declares, with {@code self} and the parameters, in order of appearance
 * @param header the method's source from its modifiers to before its body, for the generated comment
 * @param sourceFile the file's simple name
 * @param widened private members and types that the body uses
 * @param renamed those of them that the generated source knows by another name
 * @param bridges what must be added to the owner
 * @param localClasses classes that the body declares, and the generated source names
 * @param mentioned every class that the body or the signature mentions, for the nested compilation's class path
 */
public record AsyncMethod(
        ExecutableElement element,
        TypeElement owner,
        ClassName frame,
        List<TypeVariableName> typeVariables,
        Returns returns,
        TypeName result,
        @Nullable Local self,
        List<Local> parameters,
        Set<Local> locals,
        Stmt.Block body,
        String header,
        String sourceFile,
        int line,
        int endLine,
        Set<Element> widened,
        Map<Element, String> renamed,
        List<Bridge> bridges,
        List<LocalClass> localClasses,
        Set<TypeElement> mentioned) {
    /** The same method with another body. */
    public AsyncMethod withBody(Stmt.Block newBody) {
        return new AsyncMethod(
                element,
                owner,
                frame,
                typeVariables,
                returns,
                result,
                self,
                parameters,
                locals,
                newBody,
                header,
                sourceFile,
                line,
                endLine,
                widened,
                renamed,
                bridges,
                localClasses,
                mentioned);
    }
}
