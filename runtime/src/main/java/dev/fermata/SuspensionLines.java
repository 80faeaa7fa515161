package dev.fermata;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The line of each suspension in a class of frames, from its class file (JVMS 4): that of the call {@code suspend(awaited,
 * STATE)}, by its state.
 */
final class SuspensionLines {
    private static final int SUSPEND = 0xb6; // invokevirtual
    private static final int TABLESWITCH = 0xaa;
    private static final int LOOKUPSWITCH = 0xab;
    private static final int WIDE = 0xc4;
    private static final int IINC = 0x84;

    /** The length in bytes of each instruction, by its code (JVMS 6.5); 0 where that is not fixed. */
    private static final String LENGTHS = "1".repeat(16) + "23233" + "2".repeat(5) + "1".repeat(28) + "2".repeat(5)
            + "1".repeat(73) + "3" + "1".repeat(20) + "3".repeat(16) + "2" + "00" + "1".repeat(6) + "3".repeat(7) + "55"
            + "3231133110" + "43355";

    private final Map<Integer, Integer> lines = new HashMap<>();

    /** The texts of the constant pool, and what else of it names members: an index, or two. */
    private String[] texts = {};

    private int[] references = {};
    private @Nullable String sourceFile;

    private SuspensionLines() {}

    static SuspensionLines read(DataInputStream in) throws IOException {
        SuspensionLines lines = new SuspensionLines();
        lines.readClass(in);
        return lines;
    }

    /** Null if the class does not suspend in that state, or has no line numbers. */
    @Nullable Integer line(int state) {
        return lines.get(state);
    }

    @Nullable String sourceFile() {
        return sourceFile;
    }

    private void readClass(DataInputStream in) throws IOException {
        in.skipNBytes(8);
        readConstants(in);
        in.skipNBytes(6);
        in.skipNBytes(2L * in.readUnsignedShort());
        readMembers(in); // fields
        readMembers(in);
        readAttributes(in);
    }

    private void readConstants(DataInputStream in) throws IOException {
        int count = in.readUnsignedShort();
        texts = new String[count];
        references = new int[count];
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts[i] = in.readUTF();
                case 3 -> references[i] = in.readInt();
                case 9, 10, 11, 12 -> references[i] = in.readInt();
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++; // these take two places
                }
                case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                default -> in.skipNBytes(4);
            }
        }
    }

    private void readMembers(DataInputStream in) throws IOException {
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            in.skipNBytes(6);
            readAttributes(in);
        }
    }

    private void readAttributes(DataInputStream in) throws IOException {
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            String name = texts[in.readUnsignedShort()];
            int length = in.readInt();
            if ("SourceFile".equals(name)) {
                sourceFile = texts[in.readUnsignedShort()];
            } else if ("Code".equals(name)) {
                readCode(in);
            } else {
                in.skipNBytes(length);
            }
        }
    }

    private void readCode(DataInputStream in) throws IOException {
        in.skipNBytes(4);
        byte[] code = new byte[in.readInt()];
        in.readFully(code);
        in.skipNBytes(8L * in.readUnsignedShort());
        NavigableMap<Integer, Integer> starts = new TreeMap<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            String name = texts[in.readUnsignedShort()];
            int length = in.readInt();
            if ("LineNumberTable".equals(name)) {
                for (int entries = in.readUnsignedShort(); entries > 0; entries--) {
                    starts.put(in.readUnsignedShort(), in.readUnsignedShort());
                }
            } else {
                in.skipNBytes(length);
            }
        }
        findSuspensions(ByteBuffer.wrap(code), starts);
    }

    private void findSuspensions(ByteBuffer code, NavigableMap<Integer, Integer> starts) {
        int pushed = -1;
        for (int at = 0; at < code.limit(); at += length(code, at)) {
            int instruction = code.get(at) & 0xff;
            if (instruction == SUSPEND && isSuspend(code.getShort(at + 1) & 0xffff)) {
                Map.Entry<Integer, Integer> start = starts.floorEntry(at);
                if (start != null) {
                    lines.put(pushed, start.getValue());
                }
            }
            pushed = pushed(code, at, instruction);
        }
    }

    private boolean isSuspend(int method) {
        int nameAndType = references[method] & 0xffff;
        String name = texts[references[nameAndType] >>> 16];
        return name != null && name.startsWith("suspend");
    }

    /** The constant that an instruction pushes; -1 if it pushes none that could be a state. */
    private int pushed(ByteBuffer code, int at, int instruction) {
        return switch (instruction) {
            case 0x03, 0x04, 0x05, 0x06, 0x07, 0x08 -> instruction - 0x03; // iconst_0 and following
            case 0x10 -> code.get(at + 1);
            case 0x11 -> code.getShort(at + 1);
            case 0x12 -> references[code.get(at + 1) & 0xff];
            case 0x13 -> references[code.getShort(at + 1) & 0xffff];
            default -> -1;
        };
    }

    private static int length(ByteBuffer code, int at) {
        int instruction = code.get(at) & 0xff;
        int operands = (at + 4) & ~3;
        return switch (instruction) {
            case TABLESWITCH -> operands + 12 + 4 * (code.getInt(operands + 8) - code.getInt(operands + 4) + 1) - at;
            case LOOKUPSWITCH -> operands + 8 + 8 * code.getInt(operands + 4) - at;
            case WIDE -> (code.get(at + 1) & 0xff) == IINC ? 6 : 4;
            default -> LENGTHS.charAt(instruction) - '0';
        };
    }
}
