package org.mtgtracker.bare;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** What the server can do at best: a JAX-RS application of its own with nothing around it, for measurements alone. */
@ApplicationPath("/")
public class BareApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(BareResource.class);
    }
}
