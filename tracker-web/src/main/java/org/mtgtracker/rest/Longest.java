package org.mtgtracker.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How many characters a member of a request's body has at most, for the API's description. {@code @Schema} says the same,
 * but a member called {@code set} with that annotation is more than the server's own scan can bear.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Longest {
    int value();
}
