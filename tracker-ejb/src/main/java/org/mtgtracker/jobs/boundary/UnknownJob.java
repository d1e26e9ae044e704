package org.mtgtracker.jobs.boundary;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** No job has this name. */
@ApplicationException
public class UnknownJob extends RuntimeException {
    public UnknownJob(String name, List<String> known) {
        super("There is no job called \"" + name + "\"; there are " + String.join(", ", known) + ".");
    }
}
