package dev.fermata.processor.link;

import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.ClassReader;

/** How many bytes of code the methods of a class file have (JVMS 4.7.3). */
final class CodeSizes {
    /** HotSpot interprets methods of more bytes for ever: its flag {@code HugeMethodLimit}. */
    static final int LARGEST_COMPILED = 8_000;

    private final ClassReader reader;
    private final char[] buffer;
    private final Map<String, Integer> sizes = new LinkedHashMap<>();
    private int at;

    private CodeSizes(ClassReader reader) {
        this.reader = reader;
        this.buffer = new char[reader.getMaxStringLength()];
        this.at = reader.header + 6;
        at += 2 + 2 * reader.readUnsignedShort(at); // interfaces
        members();
        sizes.clear(); // those were fields
        members();
    }

    /** By the methods' names; the largest of those of one name. */
    static Map<String, Integer> of(byte[] classFile) {
        return new CodeSizes(new ClassReader(classFile)).sizes;
    }

    private void members() {
        int count = reader.readUnsignedShort(at);
        at += 2;
        for (int i = 0; i < count; i++) {
            String name = reader.readUTF8(at + 2, buffer);
            int attributes = reader.readUnsignedShort(at + 6);
            at += 8;
            for (int j = 0; j < attributes; j++) {
                if (reader.readUTF8(at, buffer).equals("Code")) {
                    sizes.merge(name, reader.readInt(at + 10), Math::max);
                }
                at += 6 + reader.readInt(at + 2);
            }
        }
    }
}
