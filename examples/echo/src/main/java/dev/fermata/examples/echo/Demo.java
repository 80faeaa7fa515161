package dev.fermata.examples.echo;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.gather;
import static dev.fermata.Fermata.run;
import static dev.fermata.Fermata.sleep;

import dev.fermata.Async;
import dev.fermata.Task;
import dev.fermata.fs.AsyncFiles;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Shows one asynchronous method beside the machine that it was compiled to, then runs it. Arguments: the folder of the
 * sources, the folder of the generated ones, and a file to read.
 */
final class Demo {
    private Demo() {}

    public static void main(String[] arguments) throws Exception {
        var sources = Path.of(arguments[0]);
        var generated = Path.of(arguments[1]);
        var document = Path.of(arguments[2]);

        var folder = Demo.class.getPackageName().replace('.', '/');
        var written = Listing.ofMethod(sources.resolve(folder).resolve("Echo.java"), "serve");
        var machine = Listing.ofClass(generated.resolve(folder).resolve("Echo_serve.java"));
        System.out.println(written.with(machine, Terminal.width()));

        run(() -> show(document));
    }

    /** One thing after the other, all on one thread. */
    @Async
    private static Task<Void> show(Path document) throws Exception {
        heading("An echo server, and a client in another process");
        System.out.print(await(new EchoServer().during(Demo::converse)));

        heading("Three sleeps of 500 ms, gathered");
        var nap = Duration.ofMillis(500);
        var start = System.nanoTime();
        await(gather(sleep(nap), sleep(nap), sleep(nap)));
        System.out.println("took " + (System.nanoTime() - start) / 1_000_000 + " ms");

        heading("A file");
        var text = await(AsyncFiles.readString(document));
        System.out.println(document.getFileName() + ": " + text.length() + " characters, which begin with \""
                + text.lines().findFirst().orElse("") + "\"");
        return done();
    }

    private static String converse(InetSocketAddress server) throws IOException, InterruptedException {
        var client = EchoClient.start(server, "fermata", "hold, until the conductor goes on");
        var replies = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (client.waitFor() != 0) {
            throw new IOException("The client failed with exit code " + client.exitValue());
        }
        return "process " + client.pid() + " was sent back:" + System.lineSeparator() + replies;
    }

    private static void heading(String text) {
        System.out.println();
        System.out.println("== " + text);
    }
}
