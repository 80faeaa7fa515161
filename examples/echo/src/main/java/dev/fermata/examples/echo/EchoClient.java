package dev.fermata.examples.echo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A client that knows nothing of Fermata: a process of its own with a plain blocking socket. Arguments: host, port and
 * the lines to send; prints each line that comes back.
 */
final class EchoClient {
    private EchoClient() {}

    public static void main(String[] arguments) throws IOException {
        var port = Integer.parseInt(arguments[1]);
        try (var socket = new Socket(arguments[0], port);
                var to = new PrintStream(socket.getOutputStream(), true, StandardCharsets.UTF_8);
                var from = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line : List.of(arguments).subList(2, arguments.length)) {
                to.print(line + "\n");
                to.flush();
                System.out.println(from.readLine());
            }
        }
    }

    /** Starts this as another process of the JVM that we run in. */
    static Process start(InetSocketAddress server, String... lines) throws IOException {
        var java = System.getProperty("java.home") + "/bin/java";
        var command = new ArrayList<>(List.of(
                java,
                "-classpath",
                System.getProperty("java.class.path"),
                EchoClient.class.getName(),
                server.getAddress().getHostAddress(),
                Integer.toString(server.getPort())));
        command.addAll(List.of(lines));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
