package dev.fermata.examples.sync;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;
import static dev.fermata.sync.Select.after;
import static dev.fermata.sync.Select.onDone;

import dev.fermata.Async;
import dev.fermata.Task;
import dev.fermata.sync.Channel;
import dev.fermata.sync.Select;
import java.time.Duration;
import java.util.List;

/** Channels, and a selection. */
final class Pipeline {
    @Async
    Task<Void> produce(Channel<String> lines, List<String> text) {
        for (String line : text) {
            await(lines.send(line));
        }
        lines.close();
        return done();
    }

    @Async
    Task<Integer> count(Channel<String> lines) {
        int count = 0;
        var each = lines.iterator();
        while (await(each.advance())) {
            count += each.current().length();
        }
        return done(count);
    }

    @Async
    Task<String> next(Channel<String> lines, Task<Void> shutdown) {
        String line = await(Select.first(
                onDone(shutdown).as("bye"),
                lines.receiving().map(String::strip),
                after(Duration.ofSeconds(30)).as("anybody there?")));
        return done(line);
    }
}
