package dev.fermata.processor.ir;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * One {@code @Async} method or async lambda, as every pass hands it on.
 *
 * @param element the method; of a lambda the method or field that it stands in, or its class
 * @param place the tree of the method or lambda, for messages
 * @param start what starts the machine
 * @param owner the class it stands in
 * @param frame the name of the class to generate: in the owner's package, free
 * @param typeVariables those of the enclosing classes that the body can name, then the method's own
 * @param inferred names for {@link InferredType}s that the body may need
 * @param returns what it returns
 * @param result the {@code T} of what it returns, {@code Task<T>} or another; {@code Void} for none
 * @param self {@code this}, none for a static method, and for a lambda that does not use it
 * @param parameters of a lambda: what it captures, then its own
 * @param locals every local that the body declares, with {@code self} and the parameters, in order of appearance
 * @param header the method's source from its modifiers to before its body, or what tells the lambda, for the generated
 *     comment
 * @param sourceFile the file's simple name
 * @param widened private members and types that the body uses
 * @param renamed those of them that the generated source knows by another name
 * @param bridges what must be added to the owner
 * @param localClasses classes that the body declares, and the generated source names
 * @param suppressed lint that the user has suppressed where the code stands, or is not told of there
 * @param mentioned every class that the body or the signature mentions, for the nested compilation's class path
 */
public record AsyncMethod(
        Element element,
        TreePath place,
        Start start,
        TypeElement owner,
        ClassName frame,
        List<TypeVariableName> typeVariables,
        List<TypeVariableName> inferred,
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
        Set<String> suppressed,
        Set<TypeElement> mentioned) {
    /** The same method with another body. */
    public AsyncMethod withBody(Stmt.Block newBody) {
        return with(typeVariables, inferred, newBody);
    }

    /** The same method with only these inferred types, as type variables of its own. */
    public AsyncMethod withInferred(List<TypeVariableName> needed) {
        List<TypeVariableName> all = new ArrayList<>(typeVariables);
        all.addAll(needed);
        return with(all, needed, body);
    }

    private AsyncMethod with(
            List<TypeVariableName> newTypeVariables, List<TypeVariableName> newInferred, Stmt.Block newBody) {
        return new AsyncMethod(
                element,
                place,
                start,
                owner,
                frame,
                newTypeVariables,
                newInferred,
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
                suppressed,
                mentioned);
    }
}
