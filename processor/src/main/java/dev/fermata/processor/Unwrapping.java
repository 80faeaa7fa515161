package dev.fermata.processor;

import com.sun.source.util.JavacTask;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * Finds javac's own processing environment. Gradle and IntelliJ hand processors a wrapper around it: an object with the
 * real one in a field, or a proxy whose handler has it.
 */
final class Unwrapping {
    private static final int DEPTH = 4;

    private Unwrapping() {}

    /** @return none where the compiler is not javac */
    static Optional<ProcessingEnvironment> javac(ProcessingEnvironment environment) {
        try {
            return search(environment, DEPTH);
        } catch (LinkageError noTreeApi) {
            return Optional.empty();
        }
    }

    private static Optional<ProcessingEnvironment> search(Object candidate, int depth) {
        if (candidate instanceof ProcessingEnvironment environment && isJavac(environment)) {
            return Optional.of(environment);
        }
        if (depth == 0) {
            return Optional.empty();
        }
        Object holder = Proxy.isProxyClass(candidate.getClass()) ? Proxy.getInvocationHandler(candidate) : candidate;
        for (Class<?> type = holder.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                Optional<ProcessingEnvironment> found = value(field, holder)
                        .filter(value -> value instanceof ProcessingEnvironment)
                        .flatMap(value -> search(value, depth - 1));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isJavac(ProcessingEnvironment environment) {
        try {
            JavacTask.instance(environment);
            return true;
        } catch (IllegalArgumentException wrapped) {
            return false;
        }
    }

    private static Optional<Object> value(Field field, Object holder) {
        if (Modifier.isStatic(field.getModifiers()) || field.getType().isPrimitive()) {
            return Optional.empty();
        }
        try {
            field.setAccessible(true);
            return Optional.ofNullable(field.get(holder));
        } catch (InaccessibleObjectException | IllegalAccessException hidden) {
            return Optional.empty();
        }
    }
}
