package org.mtgtracker.pages.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.net.URLEncoder;

/** An address of one of our pages, put together; what goes without saying is left out of it. */
public final class Address {
    private final StringBuilder address;
    private boolean first = true;

    private Address(String path) {
        address = new StringBuilder(requireNonNull(path, "path is null"));
    }

    public static Address of(String path) {
        return new Address(path);
    }

    public Address with(String name, String value) {
        address.append(first ? '?' : '&').append(name).append('=').append(URLEncoder.encode(value, UTF_8));
        first = false;
        return this;
    }

    /** The parameter, unless it has its usual value. */
    public Address with(String name, String value, String usual) {
        return value.equals(usual) ? this : with(name, value);
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
