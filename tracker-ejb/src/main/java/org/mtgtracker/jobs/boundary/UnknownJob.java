package org.mtgtracker.jobs.boundary;

import java.util.List;

/** No job has this name. */
public class UnknownJob extends RuntimeException {
    public UnknownJob(String name, List<String> known) {
        super("There is no job called \"" + name + "\"; there are " + String.join(", ", known) + ".");
    }
}
