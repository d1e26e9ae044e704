package org.mtgtracker.catalog.control;

import java.io.IOException;
import java.sql.SQLException;

/** Tells what the database, or a disk that is full, did not take from an error of the program. */
final class Refusal {
    private Refusal() {}

    static boolean is(RuntimeException e) {
        Throwable cause = e instanceof IllegalStateException ? e.getCause() : null;
        return cause instanceof SQLException || cause instanceof IOException;
    }
}
