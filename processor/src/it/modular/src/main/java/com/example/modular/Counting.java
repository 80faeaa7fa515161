package com.example.modular;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.run;
import static dev.fermata.Fermata.sleep;

import dev.fermata.Async;
import dev.fermata.Task;
import java.time.Duration;

/** What it uses is private, and not exported: the machine must see it all the same. */
final class Counting {
    private Counting() {}

    private record Pair(int left, int right) {
        int sum() {
            return left + right;
        }
    }

    public static void main(String[] arguments) throws Exception {
        System.out.println(run(() -> count(10)));
    }

    @Async
    private static Task<Integer> count(int limit) {
        var pair = new Pair(0, 1);
        while (pair.sum() < limit) {
            await(sleep(Duration.ZERO));
            pair = new Pair(pair.right(), await(add(pair)));
        }
        return done(pair.sum());
    }

    @Async
    private static Task<Integer> add(Pair pair) {
        await(sleep(Duration.ofMillis(1)));
        return done(pair.sum());
    }
}
