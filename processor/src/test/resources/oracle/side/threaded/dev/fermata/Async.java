package dev.fermata;

/** The blocking stand-in: marks nothing. */
public @interface Async {}
