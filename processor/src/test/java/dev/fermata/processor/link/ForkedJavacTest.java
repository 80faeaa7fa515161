package dev.fermata.processor.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fermata.Async;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The {@code javac} command of this JDK and of those installed beside it, from 17 on. */
class ForkedJavacTest {
    private static final String ECHO = """
            package p;
            import dev.fermata.Async;
            import java.util.List;
            class Echo {
              private record Twice(int x) { }
              private static <T> T first(T one) { return List.of(one).get(0); }
              @Async static int twice(int x) { throw new Error(); }
              public static void main(String[] arguments) { System.out.print(twice(21)); }
            }
            """;

    @TempDir
    Path folder;

    static Stream<Path> jdks() throws IOException {
        Path home = Path.of(System.getProperty("java.home")).toRealPath();
        try (Stream<Path> siblings = Files.list(Objects.requireNonNull(home.getParent()))) {
            return siblings
                    .filter(jdk -> Files.isExecutable(jdk.resolve("bin/javac")) && feature(jdk) >= 17)
                    .map(ForkedJavacTest::real)
                    .distinct()
                    .toList()
                    .stream();
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException gone) {
            return path;
        }
    }

    private static int feature(Path jdk) {
        try (Stream<String> release = Files.lines(jdk.resolve("release"))) {
            return release.filter(line -> line.startsWith("JAVA_VERSION="))
                    .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D*(\\d+).*", "$1")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException noJdk) {
            return 0;
        }
    }

    private static Path newestJdk() throws IOException {
        return jdks().max(Comparator.comparingInt(ForkedJavacTest::feature)).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aCleanClassCompilesWithAllWarningsOn(Path jdk) throws Exception {
        assertThat(javac(jdk, ECHO, "-Xlint:all", "-Werror")).isEmpty();
        assertThat(run(jdk)).isEqualTo("42");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void theClassFilesAreOfTheReleaseThatIsAskedFor(Path jdk) throws Exception {
        assertThat(javac(jdk, ECHO, "-Xlint:all", "-Werror", "--release", "17")).isEmpty();
        assertThat(run(jdk)).isEqualTo("42");
        assertThat(version("p/Echo_twice.class")[7]).isEqualTo((byte) 61);
    }

    @Test
    void newerApiThanTheLanguageLevelIsVisibleWhereItWasToJavac() throws Exception {
        Path jdk = newestJdk();
        assumeTrue(feature(jdk) >= 21, "needs a JDK with List.getFirst beside this one");
        String newApi = ECHO.replace(
                "record Twice(int x) { }",
                "record Twice(int x) implements java.util.SequencedCollection<String> { " + STUBS + " }");

        assertThat(javac(jdk, newApi, "-source", "17", "-target", "17", "-Xlint:-options"))
                .isEmpty();
        assertThat(run(jdk)).isEqualTo("42");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void previewClassesGetPreviewMachines(Path jdk) throws Exception {
        String feature = String.valueOf(feature(jdk));
        assertThat(javac(jdk, ECHO, "--enable-preview", "--release", feature, "-Xlint:-preview"))
                .isEmpty();
        assertThat(run(jdk, "--enable-preview")).isEqualTo("42");
        assertThat(version("p/Echo_twice.class")).isEqualTo(version("p/Echo.class"));
    }

    /** The magic number, the minor and the major version. */
    private byte[] version(String classFile) throws IOException {
        return Arrays.copyOf(Files.readAllBytes(folder.resolve(classFile)), 8);
    }

    private String javac(Path jdk, String source, String... options) throws Exception {
        Path file = Files.createDirectories(folder.resolve("sources")).resolve("Echo.java");
        Files.writeString(file, source);
        List<String> command = new ArrayList<>(List.of(jdk.resolve("bin/javac").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-d", folder.toString()));
        command.addAll(List.of(
                "-cp",
                Path.of(Async.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI())
                        .toString()));
        command.addAll(List.of("-processorpath", System.getProperty("java.class.path")));
        command.addAll(List.of("-processor", ForkedProcessor.class.getName(), file.toString()));
        return outputOf(command);
    }

    private String run(Path jdk, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(jdk.resolve("bin/java").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", folder.toString(), "p.Echo"));
        return outputOf(command);
    }

    private static String outputOf(List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("JAVA_") || name.equals("JDK_JAVA_OPTIONS"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        assertThat(status).as(output).isZero();
        return output;
    }

    private static final String STUBS = """
            public java.util.SequencedCollection<String> reversed() { return this; }
            public int size() { return 0; }
            public boolean isEmpty() { return true; }
            public boolean contains(Object o) { return false; }
            public java.util.Iterator<String> iterator() { return List.<String>of().iterator(); }
            public Object[] toArray() { return new Object[0]; }
            public <T> T[] toArray(T[] a) { return a; }
            public boolean add(String s) { return false; }
            public boolean remove(Object o) { return false; }
            public boolean containsAll(java.util.Collection<?> c) { return false; }
            public boolean addAll(java.util.Collection<? extends String> c) { return false; }
            public boolean removeAll(java.util.Collection<?> c) { return false; }
            public boolean retainAll(java.util.Collection<?> c) { return false; }
            public void clear() { }
            """;
}
