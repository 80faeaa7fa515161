package dev.fermata.processor.read;

import com.palantir.javapoet.TypeName;
import com.sun.source.util.TreePath;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.message.Message;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Makes variables of the code around the first parameters of a machine. */
final class Captured {
    private Captured() {}

    /**
     * Constants are not passed: the machine declares them anew.
     *
     * @param parameters to which those of the variables are added
     * @return the variables that are passed
     */
    static List<VariableElement> declare(
            List<VariableElement> variables, Unit unit, TreePath place, Locals locals, List<Local> parameters) {
        List<VariableElement> passed = new ArrayList<>();
        for (VariableElement variable : variables) {
            String name = variable.getSimpleName().toString();
            TypeName type = type(variable, unit, place);
            Object constant = variable.getConstantValue();
            if (constant == null) {
                Local local = Local.of(name, type, Local.Kind.PARAMETER, true);
                locals.add(variable, local, 0);
                parameters.add(local);
                passed.add(variable);
            } else {
                locals.add(variable, Local.constant(name, type, unit.elements().getConstantExpression(constant)), 0);
            }
        }
        return passed;
    }

    static TypeName type(VariableElement variable, Unit unit, TreePath place) {
        TypeMirror type = variable.asType();
        TypeName name = unit.denotable().of(type);
        if (name == null) {
            throw new Rejection(
                    Message.VARIABLE_TYPE_HAS_NO_NAME, place, variable.getSimpleName(), Denotable.reason(type));
        }
        return name;
    }

    /** javac keeps each in a field that is named after it: of two that have one name, which is which cannot be told. */
    static void requireDistinct(List<VariableElement> kept, TreePath place) {
        for (int i = 0; i < kept.size(); i++) {
            for (VariableElement other : kept.subList(0, i)) {
                if (other.getSimpleName().equals(kept.get(i).getSimpleName())) {
                    throw new Rejection(Message.CAPTURED_TWICE, place, other.getSimpleName());
                }
            }
        }
    }
}
