package dev.fermata.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.ir.FrameClasses;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FramesTest {
    @Test
    void everyMethodThatAMachineInheritsIsKnownAsSuch() throws ReflectiveOperationException {
        Set<String> inherited = new TreeSet<>();
        for (String name : FrameClasses.NAMES) {
            addMethods(Class.forName(name), inherited);
        }

        assertThat(Frames.INHERITED).containsAll(inherited);
    }

    /** Those that are visible in another package: a machine is none of the runtime's. */
    private static void addMethods(Class<?> type, Set<String> names) {
        for (Method method : type.getDeclaredMethods()) {
            if (!method.isSynthetic() && (method.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0) {
                names.add(method.getName());
            }
        }
        if (type.getSuperclass() != null) {
            addMethods(type.getSuperclass(), names);
        }
        for (Class<?> parent : type.getInterfaces()) {
            addMethods(parent, names);
        }
    }
}
