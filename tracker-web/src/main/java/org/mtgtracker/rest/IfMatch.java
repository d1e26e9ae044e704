package org.mtgtracker.rest;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.mtgtracker.identity.boundary.StaleVersion;

/**
 * What a change is based on, where it need not say: without the header {@code If-Match} it is meant for whatever is
 * there. What is there is looked at inside the change, when nobody else can change it any more.
 *
 * @param <T> what is to be changed, as it is now
 */
public final class IfMatch<T> {
    private final Optional<String> header;
    private final Function<T, ETag> tag;
    private ETag seen;

    public IfMatch(HttpHeaders request, Function<T, ETag> tag) {
        this.header = Optional.ofNullable(request.getHeaderString(HttpHeaders.IF_MATCH));
        this.tag = requireNonNull(tag, "tag is null");
    }

    /**
     * Makes the change, which asks whether it is meant for what is there.
     *
     * @throws Precondition 412 when it is not
     */
    public <R> R holdsFor(Function<Predicate<T>, R> change) {
        try {
            return change.apply(this::isMeant);
        } catch (StaleVersion e) {
            throw Precondition.failed(seen);
        }
    }

    private boolean isMeant(T now) {
        seen = tag.apply(now);
        return header.map(seen::isMatchedBy).orElse(true);
    }
}
