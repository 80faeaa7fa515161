package dev.fermata.processor.link;

import dev.fermata.processor.emit.Machine;

/** From a line of generated source to the line of the user's file that it stands for; every line has one. */
final class LineMap {
    private final int[] lines;

    LineMap(Machine machine) {
        lines = machine.lines().clone();
        int last = machine.method().line();
        for (int i = 0; i < lines.length; i++) {
            last = lines[i] == 0 ? last : lines[i];
            lines[i] = last;
        }
    }

    int of(int generated) {
        return lines[Math.min(Math.max(generated, 1), lines.length) - 1];
    }
}
