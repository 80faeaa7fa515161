package dev.fermata.processor.oracle.fuzz;

import dev.fermata.processor.oracle.fuzz.Production.Need;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What an async method or lambda of a random program returns, and so how it ends. */
enum Result {
    /** Of the program's body, and of async lambdas. */
    OBJECT("Task<Object>", "done", "return"),
    /** Of async lambdas. */
    OBJECT_FUTURE("CompletableFuture<Object>", "CompletableFuture.completedFuture", "returnFuture"),
    TASK("Task<Integer>", "done", "return"),
    FUTURE("CompletableFuture<Integer>", "CompletableFuture.completedFuture", "returnFuture"),
    STAGE("CompletionStage<Integer>", "CompletableFuture.completedFuture", "returnFuture"),
    SEQUENCE("AsyncSequence<Integer>", "end", "returnSequence");

    /** Of the methods that the body may call. */
    static final List<Result> CALLED = List.of(TASK, FUTURE, STAGE);

    private final String type;
    private final String end;
    private final String production;

    Result(String type, String end, String production) {
        this.type = type;
        this.end = end;
        this.production = production;
    }

    /** The return type in Java. */
    String type() {
        return type;
    }

    /** The method whose value is returned at the end. */
    String end() {
        return end;
    }

    /** The sort of what returns. */
    String production() {
        return production;
    }

    boolean isObject() {
        return this == OBJECT || this == OBJECT_FUTURE;
    }

    /** What its statements may need. */
    Set<Need> allowed() {
        EnumSet<Need> allowed = EnumSet.allOf(Need.class);
        if (this != SEQUENCE) {
            allowed.remove(Need.EMIT);
        }
        if (!isObject()) {
            allowed.remove(Need.CALL);
        }
        return allowed;
    }
}
