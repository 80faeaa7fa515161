package com.example;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.run;
import static dev.fermata.Fermata.sleep;

import dev.fermata.Async;
import dev.fermata.Task;
import java.io.IOException;
import java.time.Duration;

/** A user's class: nothing in it or around it is Fermata's but one dependency and one processor. */
final class Greeter {
    private int greetings;

    public static void main(String[] names) throws Exception {
        var greeter = new Greeter();
        System.out.println(run(() -> greeter.greetAll(names)));
        try {
            run(() -> greeter.greet(""));
        } catch (IOException failure) {
            var thrownAt = failure.getStackTrace()[0];
            System.out.println(failure.getMessage() + " at " + thrownAt.getFileName() + ":" + thrownAt.getLineNumber());
        }
    }

    @Async
    private Task<String> greetAll(String... names) throws IOException {
        var text = new StringBuilder();
        for (var name : names) {
            text.append(await(greet(name))).append(", ");
        }
        return done(text.toString() + greetings + " in all");
    }

    @Async
    private Task<String> greet(String name) throws IOException {
        await(sleep(Duration.ofMillis(1)));
        if (name.isEmpty()) {
            throw new IOException("no name"); // line 41
        }
        greetings++;
        return done("hello " + name);
    }
}
