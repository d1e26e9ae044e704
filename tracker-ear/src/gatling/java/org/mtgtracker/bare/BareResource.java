package org.mtgtracker.bare;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Gives back the bytes that it was given under a name. */
@Path("{name}")
public class BareResource {
    private static final Map<String, byte[]> BYTES = new ConcurrentHashMap<>();

    @PUT
    public void take(@PathParam("name") String name, byte[] bytes) {
        BYTES.put(name, bytes);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] give(@PathParam("name") String name) {
        return BYTES.get(name);
    }
}
