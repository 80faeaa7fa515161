package dev.fermata;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** Where a compiled method stands, told from its class: asked for when somebody wants to see it, and not kept. */
final class Suspension {
    private Suspension() {}

    /** The user's class and method that a class of frames was made from; the class of frames if nobody knows. */
    static String methodName(Class<?> frames) {
        String method = method(frames);
        return method == null ? simpleName(frames) : simpleName(frames.getNestHost()) + '.' + method;
    }

    private static String simpleName(Class<?> type) {
        String name = type.getName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The line of the await at which a frame is suspended in a state. */
    static @Nullable StackTraceElement position(Class<?> frames, int state) {
        String method = method(frames);
        if (method == null) {
            return null;
        }
        String file = frames.getName();
        file = file.substring(file.lastIndexOf('.') + 1) + ".class";
        try (InputStream in = frames.getResourceAsStream(file)) {
            if (in == null) {
                return null;
            }
            SuspensionLines lines = SuspensionLines.read(new DataInputStream(in));
            Integer line = lines.line(state);
            return line == null
                    ? null
                    : new StackTraceElement(frames.getNestHost().getName(), method, lines.sourceFile(), line);
        } catch (IOException e) {
            return null; // a picture without the line is better than none
        }
    }

    /** Generated code has one static method that takes a frame first, null at the start of a call. */
    private static @Nullable String method(Class<?> frames) {
        for (Method each : frames.getDeclaredMethods()) {
            if (Modifier.isStatic(each.getModifiers())
                    && each.getParameterCount() > 0
                    && each.getParameterTypes()[0] == frames) {
                return each.getName();
            }
        }
        return null;
    }
}
