package dev.fermata.processor.message;

/** Every message of the processor: what is wrong and why, then what to write instead. */
public enum Message {
    RETURNS_RAW_TASK(
            1,
            "The @Async method '%s' returns the raw type %s: its result would have no type.",
            "Give it a type argument, the type of the result (Void for none)."),
    RETURNS_NO_TASK(
            3,
            "The @Async method '%s' returns %s; its caller gets a task before there is a result.",
            "Return Task<T>, where T is the type of the result (Task<Void> for none); or CompletableFuture<T>, CompletionStage<T>, void, or AsyncSequence<T>."),
    ASYNC_WITHOUT_BODY(
            4,
            "The method '%s' is %s: it has no body that could await.",
            "Take @Async off here and put it on the methods that implement it; that it returns a Task is all that callers see."),
    ASYNC_SYNCHRONIZED(
            5,
            "The @Async method '%s' is synchronized, but while it awaits no thread is inside it that could hold the monitor.",
            "Take 'synchronized' off: between two awaits nothing else runs on the loop."),
    ASYNC_IN_LOCAL_CLASS(
            6,
            "An @Async method in an anonymous class that is created as 'outer.new Inner() {...}' is not supported yet: '%s'.",
            "Give the class a name."),
    AWAIT_OUTSIDE_ASYNC(
            7,
            "'await' stands in '%s', which is not @Async: there is no task that could wait.",
            "Mark the method @Async and let it return Task<T>."),
    AWAIT_IN_INITIALIZER(
            8,
            "'await' stands in an initializer of '%s', which cannot wait.",
            "Move it into an @Async method, and assign from there."),
    AWAIT_IN_LAMBDA(
            9,
            "'await' stands in a lambda that implements '%s', which returns %s: its caller gets no task that could wait.",
            "Let it implement an interface whose method returns Task<T>, such as AsyncCallable; or await before the lambda and capture the value."),
    AWAIT_IN_CLASS_BODY(
            10,
            "'await' stands in the body of a class inside an @Async method; the class's methods are not part of it.",
            "Await before the class and capture the value, or move the class out and mark its method @Async."),
    AWAIT_REFERENCE(
            11,
            "'%1$s' is used as a method reference: what calls it would have to block its thread.",
            "Pass on what it was to be called with, and call '%1$s' in an @Async method."),
    AWAIT_IN_SYNCHRONIZED(
            12,
            "'await' stands in a synchronized block, but while it waits no thread is there to hold the monitor.",
            "Await before or after the block; on the loop, nothing else runs between two awaits."),
    VARIABLE_TYPE_HAS_NO_NAME(
            16,
            "The type of '%s' cannot be written down (%s), as it would have to be in the generated class.",
            "Declare it with an explicit type."),
    VALUE_TYPE_HAS_NO_NAME(
            17,
            "The type of this expression cannot be written down (%s), as it would have to be in the generated class.",
            "Put it into a variable with an explicit type first."),
    TYPE_VARIABLE_HIDES(
            18,
            "The type variable '%s' hides one of an enclosing class, and a class in this @Async method mentions it; this is not supported yet.",
            "Give it another name."),
    PATTERN_OF_LOCAL_CLASS(
            19,
            "The pattern variable '%s' has the type of a class of the method itself that mentions a type variable of it; this is not supported yet in an @Async method.",
            "Test with 'instanceof' and the class alone, and cast to it."),
    ASSIGNED_AND_CAPTURED(
            20,
            "'%s' is assigned and then captured within one expression or synchronized block; this is not supported yet in an @Async method.",
            "Assign it before, or capture a copy."),
    PROTECTED_UPDATE(
            22,
            "'%s' is a protected field of a class in another package; this kind of assignment to it is supported in an @Async method only if its receiver is 'this', 'super' or a local variable of the class itself.",
            "Put the receiver into a local variable of that type first."),
    PROTECTED_RECEIVER(
            23,
            "'%s' is a protected member of a class in another package; its use through this receiver is not supported yet in an @Async method.",
            "Move the use into a method that is not @Async, and call that."),
    PROTECTED_TYPE(
            24,
            "'%s' is a protected class of a class of the Java platform; naming it in an @Async method is not supported yet.",
            "Move the use into a method that is not @Async, and call that."),
    LOCAL_CLASS_EXTENDS_INNER(
            26,
            "The class '%s' in the body of another class extends an inner class or one that captures; this is not supported yet in an @Async method.",
            "Declare it in the method itself, or make it a member class."),
    SYNTAX_WITH_AWAIT(
            27, "'await' inside of this construct (%s) is not supported yet.", "Await into a local variable first."),
    ASYNC_RESOURCE_PLACE(
            28,
            "The AsyncCloseable '%s' is closed by awaiting it, which is not possible in a synchronized block.",
            "Move the try statement into an @Async method of its own, or close the resource with close() in a finally."),
    MACHINE_TOO_LARGE(
            29,
            "The state machine of '%s' has a method larger than the 64 KB that the JVM allows: that which begins with line %s.",
            "Move a part of the body from that line on into another @Async method, and await that."),
    LAMBDA_AND_LOCAL_CLASS(
            41, "The async lambda uses '%s' of the code around it, which has no name.", "Give the class a name."),
    LAMBDA_OUTSIDE_ASYNC(
            42,
            "'await' stands in a lambda, but neither the method around it nor the class is @Async.",
            "Mark the method @Async, or the class, so that its lambdas may await."),
    CAPTURED_TWICE(
            44,
            "The local class captures two variables that are called '%s'; this is not supported yet where it has async code.",
            "Give one of the two another name."),
    LAMBDA_NOT_TOLD_APART(
            43,
            "Which of javac's methods has the code of this async lambda cannot be told: %s.",
            "Give the lambda lines of its own and compile with -g; or move it into an @Async method."),
    INFERRED_TYPE(
            45,
            "'%s' uses a value whose type javac infers, and which cannot be written down, in a way that needs it: line %s (%s).",
            "Declare the variable with an explicit type, List<Object> instead of var."),
    CODE_WITHOUT_TEXT(
            50,
            "Another annotation processor has put code here (%s) that does not stand in the source file; this is not supported in an @Async method.",
            "Write out what its annotation stands for, or move it into a method that is not @Async."),
    AWAIT_IN_OTHER_ASYNC(
            61, "'await' stands in '%s', whose @Async is %s.", "Did you mean dev.fermata.Async? Import that instead."),
    AWAIT_IN_CONSTRUCTOR(
            64,
            "'await' stands in a constructor of '%s', which can return no task that could wait.",
            "Await in a static @Async method that makes the object, and pass the value to the constructor."),
    RETURNS_OTHER_TASK(62, "The @Async method '%s' returns %s.", "Did you mean dev.fermata.Task? Import that instead."),
    EMIT_PLACE(
            31,
            "'emit' stands %s, where no method could be held until the next value is asked for.",
            "Emit in the body itself of an @Async method that returns AsyncSequence<T>."),
    EMIT_WITHOUT_SEQUENCE(
            32,
            "'emit' stands in '%s', which returns %s: only a sequence has values to emit.",
            "Let the method return AsyncSequence<T>, and end it with 'return end();'."),
    EMIT_TYPE(
            33,
            "'emit' gives a value of type %s, but '%s' returns a sequence of %s.",
            "Convert the value, or change the type of the sequence."),
    EACH_PLACE(
            34,
            "'each' stands %s, where its values cannot be awaited.",
            "Write 'for (T value : each(sequence))' in the body of an @Async method, or of a lambda that returns a task, and nothing else with 'each'."),
    LOCAL_CLASS_NOT_WRITTEN(
            65,
            "javac makes no class of '%s', which '%s' declares in code that a constant condition keeps from ever running.",
            "Leave that code out, or declare '%1$s' outside the method."),
    INTERPRETED_FOR_EVER(
            60,
            "The state machine of '%s' has a method of %s bytes; HotSpot compiles none of more than 8,000, so it will always be interpreted.",
            "Move a part of the body into another method, best what stands between two awaits.");

    private final String code;
    private final String text;
    private final String hint;

    Message(int number, String text, String hint) {
        this.code = String.format("FERMATA-%03d", number);
        this.text = text;
        this.hint = hint;
    }

    /** Stays the same from release to release. */
    public String code() {
        return code;
    }

    /** The message as it is printed. */
    public String format(Object... arguments) {
        return "[" + code + "] " + String.format(text, arguments) + "\n  " + String.format(hint, arguments);
    }
}
