package org.mtgtracker.rest;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.Principal;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.mtgtracker.idempotency.boundary.Claim;
import org.mtgtracker.idempotency.boundary.KeptAnswer;
import org.mtgtracker.idempotency.boundary.RepeatedRequests;
import org.mtgtracker.values.boundary.Sha256;

/**
 * Does a request once that carries an {@code Idempotency-Key} (draft-ietf-httpapi-idempotency-key-header-07), and answers
 * it again when it comes again. Only success is kept: what was refused did nothing, and may be tried again.
 */
@Provider
@Idempotent
@ApplicationScoped
@Priority(Priorities.ENTITY_CODER)
public class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter, WriterInterceptor {
    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Logger LOG = Logger.getLogger(IdempotencyFilter.class.getName());
    private static final String FIRST = IdempotencyFilter.class.getName() + ".first";
    private static final String HEAD = IdempotencyFilter.class.getName() + ".head";
    private static final Pattern KEY = Pattern.compile("[!#-~]{1,255}|\"[!#-~]{1,255}\"");
    private static final String RETRY_SECONDS = "2";

    private final RepeatedRequests requests;

    @Inject
    public IdempotencyFilter(RepeatedRequests requests) {
        this.requests = requireNonNull(requests, "requests is null");
    }

    /** For the container's proxy. */
    protected IdempotencyFilter() {
        requests = null;
    }

    /** What an answer's head has that is kept. */
    private record Head(int status, String location, String entityTag, String contentType) {
        KeptAnswer with(byte[] body) {
            return new KeptAnswer(status, contentType, location, entityTag, body);
        }
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String key = request.getHeaderString(HEADER);
        if (key == null) {
            return;
        }
        if (!KEY.matcher(key).matches()) {
            throw RefusedKey.formless();
        }
        Principal caller = request.getSecurityContext().getUserPrincipal();
        byte[] body = JsonBody.bytes(request.getEntityStream());
        request.setEntityStream(new ByteArrayInputStream(body));
        Claim claim = requests.claim(
                new Claim.Id(caller == null ? "" : caller.getName(), key.replace("\"", "")),
                fingerprint(request, body));
        if (claim instanceof Claim.First) {
            request.setProperty(FIRST, claim);
        } else if (claim instanceof Claim.Done done) {
            request.abortWith(again(done.answer()));
        } else {
            throw claim instanceof Claim.AtWork ? RefusedKey.atWork(RETRY_SECONDS) : RefusedKey.different();
        }
    }

    private static byte[] fingerprint(ContainerRequestContext request, byte[] body) {
        return Sha256.digest(
                        request.getMethod(),
                        request.getUriInfo().getRequestUri().getRawPath(),
                        String.valueOf(request.getUriInfo().getRequestUri().getRawQuery()),
                        String.valueOf(request.getMediaType()))
                .digest(body);
    }

    private static Response again(KeptAnswer answer) {
        Response.ResponseBuilder response =
                Response.status(answer.status()).header(REPLAYED, "true").header(HttpHeaders.CACHE_CONTROL, "no-store");
        answer.contentType().ifPresent(response::type);
        answer.location().ifPresent(value -> response.header(HttpHeaders.LOCATION, value));
        answer.entityTag().ifPresent(value -> response.header(HttpHeaders.ETAG, value));
        return answer.body().length == 0
                ? response.build()
                : response.entity(answer.body()).build();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(FIRST) instanceof Claim.First first)) {
            return;
        }
        if (response.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
            calmly(() -> requests.undone(first));
            return;
        }
        Head head = new Head(
                response.getStatus(),
                response.getHeaderString(HttpHeaders.LOCATION),
                response.getHeaderString(HttpHeaders.ETAG),
                response.getMediaType() == null ? null : response.getMediaType().toString());
        if (response.hasEntity()) {
            request.setProperty(HEAD, head);
        } else {
            calmly(() -> requests.done(first, head.with(new byte[0])));
        }
    }

    /** Keeps the answer before its sender sees it: else he could come again before it is there. */
    @Override
    public void aroundWriteTo(WriterInterceptorContext answer) throws IOException, WebApplicationException {
        if (!(answer.getProperty(HEAD) instanceof Head head
                && answer.getProperty(FIRST) instanceof Claim.First first)) {
            answer.proceed();
            return;
        }
        OutputStream out = answer.getOutputStream();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        answer.setOutputStream(bytes);
        answer.proceed();
        calmly(() -> requests.done(first, head.with(bytes.toByteArray())));
        answer.setOutputStream(out);
        bytes.writeTo(out);
    }

    /** The work is done, whether or not that can be remembered: its answer must not become an error. */
    private static void calmly(Runnable memory) {
        try {
            memory.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "What was answered to a request with a key could not be remembered", e);
        }
    }
}
