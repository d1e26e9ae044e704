package org.mtgtracker.ratelimit.control;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Some ranges of IP addresses, as {@code 10.0.0.0/8} or {@code ::1}. */
public final class AddressRanges {
    /** What one household or server has for itself (RFC 6177). */
    private static final int IPV6_NETWORK = 64;

    /** Addresses as RFC 4291 and RFC 4632 write them; not a number, not an empty text, no wildcards. */
    private static final IPAddressStringParameters STRICT = new IPAddressStringParameters.Builder()
            .allowEmpty(false)
            .allowAll(false)
            .allowSingleSegment(false)
            .allowWildcardedSeparator(false)
            .getIPv4AddressParametersBuilder()
            .allow_inet_aton(false)
            .getParentBuilder()
            .toParams();

    /** An IPv6 address with an IPv4 one and a zone at its end; what is longer is hardly one, and is not remembered. */
    private static final int LONGEST = 64;

    /** How many addresses are remembered with what is known of them. */
    private static final int REMEMBERED = 10_000;

    private final List<IPAddress> ranges;
    /** Every request asks, and reading an address takes longer than all else that is counted. */
    private final Cache<String, Boolean> contained =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    private AddressRanges(List<IPAddress> ranges) {
        this.ranges = List.copyOf(ranges);
    }

    /** Reads ranges with commas or blanks between them; what is none is given to {@code unknown}. */
    static AddressRanges of(String text, Consumer<String> unknown) {
        List<IPAddress> ranges = new ArrayList<>();
        for (String word : text.strip().split("[,\\s]+")) {
            IPAddress range = word.isEmpty() ? null : new IPAddressString(word, STRICT).getAddress();
            if (range != null) {
                ranges.add(range.toPrefixBlock());
            } else if (!word.isEmpty()) {
                unknown.accept(word);
            }
        }
        return new AddressRanges(ranges);
    }

    /** Whether an address is in one of the ranges; what is no address is in none. */
    public boolean contain(String address) {
        return !ranges.isEmpty()
                && (address.length() > LONGEST ? isContained(address) : contained.get(address, this::isContained));
    }

    private boolean isContained(String address) {
        IPAddress one = single(address);
        return one != null && ranges.stream().anyMatch(range -> range.contains(one));
    }

    /** Whether a text is one IP address. */
    public static boolean isAddress(String text) {
        return single(text) != null;
    }

    /** An IPv4 address as it is, of an IPv6 address the network that it is in. */
    public static String counted(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        IPAddress one = single(address);
        return one == null || one.isIPv4()
                ? address
                : one.toPrefixBlock(IPV6_NETWORK).toCanonicalString();
    }

    /** An address that stands for itself; an IPv4 one also where it is written as IPv6. Null for anything else. */
    private static IPAddress single(String text) {
        IPAddress address = new IPAddressString(text, STRICT).getAddress();
        if (address == null || address.isMultiple() || address.isPrefixed()) {
            return null;
        }
        return address.isIPv6() && address.toIPv6().isIPv4Mapped()
                ? address.toIPv6().getEmbeddedIPv4Address()
                : address;
    }
}
