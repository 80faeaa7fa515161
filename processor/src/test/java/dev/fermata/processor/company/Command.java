package dev.fermata.processor.company;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A command of this JDK, in a process of its own. */
record Command(int status, List<String> output) {
    static final String FERMATA = "dev.fermata.processor.FermataProcessor";

    /** The test's own class path: has the runtime, and the processor with what it needs. */
    static final String CLASS_PATH = System.getProperty("java.class.path");

    static Command run(String tool, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("JAVA_") || name.equals("JDK_JAVA_OPTIONS"));
        Process process = builder.start();
        List<String> output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                // Newer JDKs say this of Lombok, with Fermata or without.
                .filter(line -> !line.startsWith("WARNING: "))
                .toList();
        return new Command(process.waitFor(), output);
    }

    /** A jar of another tool. */
    static String jar(String name) {
        return resource("jars/" + name + ".jar").toString();
    }

    static String path(String... entries) {
        return String.join(File.pathSeparator, entries);
    }

    /** The sources in a folder beside this class. */
    static List<String> sources(String folder) throws IOException {
        try (Stream<Path> files = Files.list(resource(folder))) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(Command.class.getResource("/company/" + name), name)
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
