package org.mtgtracker.rest;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.mtgtracker.identity.boundary.Scope;

/** Says which scope an API key needs here, where that does not follow from who may come at all. */
@Documented
@Retention(RUNTIME)
@Target({TYPE, METHOD})
public @interface NeedsScope {
    Scope value();
}
