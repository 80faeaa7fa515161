package com.example;

import static dev.fermata.Fermata.await;

import dev.fermata.Task;

final class Misplaced {
    static int valueOf(Task<Integer> task) {
        return await(task);
    }
}
