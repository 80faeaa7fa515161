package dev.fermata;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that may {@link Fermata#await await}: Fermata's processor compiles it into a resumable state machine.
 *
 * <p>On a class: lambdas in it, and in the classes within it, may await if their interface's method returns a {@link
 * Task}, also where the code around them is not {@code @Async}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Async {}
