package dev.fermata.processor.link;

import dev.fermata.processor.ir.Bridge;
import dev.fermata.processor.link.BridgeMethod.Action;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.objectweb.asm.Opcodes;

/** From what {@code read} asks for to methods of the owner's class file. */
final class BridgeMethods {
    private final Types types;
    private final Descriptors descriptors;
    private final Signatures signatures;

    BridgeMethods(Types types, Descriptors descriptors) {
        this.types = types;
        this.descriptors = descriptors;
        this.signatures = new Signatures(descriptors);
    }

    BridgeMethod of(Bridge bridge, TypeElement owner) {
        if (bridge instanceof Bridge.Of of) {
            return of(of.bridge(), of.host());
        } else if (bridge instanceof Bridge.Call call) {
            return call(call.name(), call.method(), direct(call, owner), owner);
        } else if (bridge instanceof Bridge.Virtual virtual) {
            String named = descriptors.internalName(Descriptors.enclosing(virtual.method()));
            return call(
                    virtual.name(), virtual.method(), invoke(Opcodes.INVOKEVIRTUAL, named, virtual.method()), owner);
        } else if (bridge instanceof Bridge.Get get) {
            TypeMirror type = memberType(get.field(), owner);
            return new BridgeMethod(
                    descriptors.internalName(owner),
                    access(get.field()),
                    get.name(),
                    "()" + descriptors.of(type),
                    "()" + signatures.of(type),
                    List.of(),
                    new BridgeMethod.ReadField(
                            isStatic(get.field()), declaring(get.field()), simple(get.field()), erased(get.field())));
        } else if (bridge instanceof Bridge.Set set) {
            TypeMirror type = memberType(set.field(), owner);
            String generic = signatures.of(type);
            return new BridgeMethod(
                    descriptors.internalName(owner),
                    access(set.field()),
                    set.name(),
                    "(" + descriptors.of(type) + ")" + descriptors.of(type),
                    "(" + generic + ")" + generic,
                    List.of(),
                    new BridgeMethod.WriteField(
                            isStatic(set.field()), declaring(set.field()), simple(set.field()), erased(set.field())));
        } else if (bridge instanceof Bridge.Outer outer) {
            return new BridgeMethod(
                    descriptors.internalName(owner),
                    0,
                    outer.name(),
                    "()" + descriptors.of(outer.outer().asType()),
                    "()" + signatures.of(outer.outer().asType()),
                    List.of(),
                    new BridgeMethod.Enclosing(path(owner, outer.outer())));
        }
        throw new IllegalArgumentException("a bridge that link does not know: " + bridge);
    }

    private BridgeMethod call(String name, ExecutableElement method, Action action, TypeElement owner) {
        ExecutableType type = (ExecutableType) types.asMemberOf((DeclaredType) owner.asType(), method);
        return new BridgeMethod(
                descriptors.internalName(owner),
                access(method) | (method.isVarArgs() ? Opcodes.ACC_VARARGS : 0),
                name,
                descriptors.of(type.getParameterTypes(), type.getReturnType()),
                signatures.of(type),
                type.getThrownTypes().stream()
                        .map(thrown -> descriptors.internalName((TypeElement) types.asElement(types.erasure(thrown))))
                        .toList(),
                action);
    }

    /** A call of that very method: by {@code invokestatic}, or by {@code invokespecial} of a direct super type (JVMS 4.9.2). */
    private Action direct(Bridge.Call call, TypeElement owner) {
        ExecutableElement method = call.method();
        if (isStatic(method)) {
            return invoke(Opcodes.INVOKESTATIC, declaring(method), method);
        }
        TypeMirror declared = types.erasure(call.declaredIn().asType());
        if (call.declaredIn().getKind().isInterface()) {
            for (TypeMirror parent : owner.getInterfaces()) {
                if (types.isSubtype(types.erasure(parent), declared)) {
                    return invoke(
                            Opcodes.INVOKESPECIAL,
                            descriptors.internalName((TypeElement) types.asElement(parent)),
                            method);
                }
            }
        }
        TypeElement parent = (TypeElement) types.asElement(owner.getSuperclass());
        return new BridgeMethod.Invoke(
                Opcodes.INVOKESPECIAL, descriptors.internalName(parent), simple(method), descriptors.of(method), false);
    }

    private Action invoke(int opcode, String named, ExecutableElement method) {
        boolean inInterface = Descriptors.enclosing(method).getKind().isInterface();
        return new BridgeMethod.Invoke(opcode, named, simple(method), descriptors.of(method), inInterface);
    }

    private List<String> path(TypeElement owner, TypeElement outer) {
        List<String> path = new ArrayList<>();
        for (TypeElement step = owner; !step.equals(outer); step = Descriptors.enclosing(step)) {
            path.add(descriptors.internalName(step));
        }
        path.add(descriptors.internalName(outer));
        return path;
    }

    private TypeMirror memberType(VariableElement field, TypeElement owner) {
        return types.asMemberOf((DeclaredType) owner.asType(), field);
    }

    private String declaring(Element member) {
        return descriptors.internalName(Descriptors.enclosing(member));
    }

    private String erased(VariableElement field) {
        return descriptors.of(field.asType());
    }

    private static String simple(Element element) {
        return element.getSimpleName().toString();
    }

    /** What reaches a static member needs no instance. */
    private static int access(Element member) {
        return isStatic(member) ? Opcodes.ACC_STATIC : 0;
    }

    private static boolean isStatic(Element element) {
        return element.getModifiers().contains(Modifier.STATIC);
    }
}
