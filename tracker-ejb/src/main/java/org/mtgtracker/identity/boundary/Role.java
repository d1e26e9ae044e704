package org.mtgtracker.identity.boundary;

/** What a caller may do, in the words that security annotations use. */
public enum Role {
    /** A person who has an account. */
    USER,
    /** Runs the installation: imports, users, jobs. */
    ADMIN,
    /** A program that calls with an API key. */
    API_CLIENT;

    /** The roles' names as constants, because an annotation takes nothing else. */
    public static final class Name {
        public static final String USER = "USER";
        public static final String ADMIN = "ADMIN";
        public static final String API_CLIENT = "API_CLIENT";

        private Name() {}
    }
}
