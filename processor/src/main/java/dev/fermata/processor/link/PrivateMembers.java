package dev.fermata.processor.link;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The private members that the view shows under other names, which the nested compilation's class files lose again. */
final class PrivateMembers {
    private record Shown(String name, String descriptor) {}

    private final Map<Member, String> names;
    private final Map<Shown, Member> members = new HashMap<>();

    PrivateMembers(Map<Member, String> names) {
        this.names = names;
        names.forEach((member, name) -> members.put(new Shown(name, member.descriptor()), member));
    }

    /** Gives the members of a class of the view their names there. */
    void show(ClassNode node) {
        node.fields.forEach(field -> field.name = shown(node, field.name, field.desc));
        node.methods.forEach(method -> method.name = shown(node, method.name, method.desc));
    }

    private String shown(ClassNode node, String name, String descriptor) {
        return names.getOrDefault(new Member(node.name, name, descriptor), name);
    }

    /** Has a class file of the nested compilation name the members as they are: a subclass does not inherit them. */
    void restore(ClassNode node) {
        for (MethodNode method : node.methods) {
            for (var instruction : method.instructions) {
                if (instruction instanceof MethodInsnNode call) {
                    Member member = members.get(new Shown(call.name, call.desc));
                    call.owner = member == null ? call.owner : member.owner();
                    call.name = member == null ? call.name : member.name();
                } else if (instruction instanceof FieldInsnNode access) {
                    Member member = members.get(new Shown(access.name, access.desc));
                    access.owner = member == null ? access.owner : member.owner();
                    access.name = member == null ? access.name : member.name();
                } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
                    for (int i = 0; i < dynamic.bsmArgs.length; i++) {
                        dynamic.bsmArgs[i] = restored(dynamic.bsmArgs[i]);
                    }
                }
            }
        }
    }

    private Object restored(Object argument) {
        Member member =
                argument instanceof Handle handle ? members.get(new Shown(handle.getName(), handle.getDesc())) : null;
        return member != null && argument instanceof Handle handle
                ? new Handle(handle.getTag(), member.owner(), member.name(), member.descriptor(), handle.isInterface())
                : argument;
    }
}
