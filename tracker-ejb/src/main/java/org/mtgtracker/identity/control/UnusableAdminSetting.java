package org.mtgtracker.identity.control;

/** A setting for the first admin cannot be used; the message names it and says what is allowed, never its value. */
public class UnusableAdminSetting extends RuntimeException {
    public UnusableAdminSetting(String message) {
        super(message);
    }
}
