package dev.fermata;

/**
 * Says by its {@code toString()} what is waited for: an action that was given to {@link Completer#onCancel} and is one of
 * these is what a {@link TaskTree} shows for the completer.
 */
public interface Described {}
