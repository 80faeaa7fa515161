package dev.fermata.processor.ir;

import java.util.Set;

/** The classes of the runtime that machines extend. */
public final class FrameClasses {
    /** Their full names. */
    public static final Set<String> NAMES = Set.of(
            "dev.fermata.Frame",
            "dev.fermata.ScopedFrame",
            "dev.fermata.FutureFrame",
            "dev.fermata.GeneratorFrame",
            "dev.fermata.VoidFrame");

    private FrameClasses() {}
}
