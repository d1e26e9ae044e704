package org.mtgtracker.bare;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.atomic.AtomicReference;

/** Gives back the bytes that it was given. */
@Path("bytes")
public class BareResource {
    private static final AtomicReference<byte[]> BYTES = new AtomicReference<>(new byte[0]);

    @PUT
    public void take(byte[] bytes) {
        BYTES.set(bytes);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] give() {
        return BYTES.get();
    }
}
