package org.mtgtracker.identity.boundary;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A part of a long list.
 *
 * @param next where the next part begins; empty on the last
 */
public record Page<T>(List<T> data, Optional<String> next) {
    public Page {
        data = List.copyOf(data);
        requireNonNull(next, "next is null");
    }
}
