package org.mtgtracker.bare;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Gives back the bytes that it was given, by the name that they were given under. */
@Path("bytes")
public class BareResource {
    private static final String UNNAMED = "unnamed";
    private static final Map<String, byte[]> BYTES = new ConcurrentHashMap<>();

    static byte[] named(String name) {
        return BYTES.getOrDefault(name, new byte[0]);
    }

    @PUT
    public void take(byte[] bytes) {
        take(UNNAMED, bytes);
    }

    @PUT
    @Path("{name}")
    public void take(@PathParam("name") String name, byte[] bytes) {
        BYTES.put(name, bytes);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] give() {
        return named(UNNAMED);
    }
}
