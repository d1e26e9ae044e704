package org.mtgtracker.rest;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mtgtracker.values.boundary.Sha256;

/**
 * A strong entity tag (RFC 9110, section 8.8.3): two answers have the same one when they have the same bytes.
 *
 * @param header as the header ETag has it, quotes included
 */
public record ETag(String header) {
    /** RFC 9110's entity-tag; what has not this form matches nothing. */
    private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\")");

    /** 96 bits: enough that no two contents meet. */
    private static final int BYTES = 12;

    public ETag {
        requireNonNull(header, "header is null");
    }

    /** The tag of content that these words settle completely. */
    public static ETag of(String... words) {
        return first(Sha256.digest(words).digest());
    }

    /** The tag of these very bytes. */
    public static ETag of(byte[] content) {
        return first(Sha256.of(content));
    }

    private static ETag first(byte[] digest) {
        byte[] start = Arrays.copyOf(digest, BYTES);
        return new ETag('"' + Base64.getUrlEncoder().withoutPadding().encodeToString(start) + '"');
    }

    /**
     * Whether the sender has this content already, by its header If-None-Match (RFC 9110, section 13.1.2, which
     * compares weakly); a header that cannot be read says that he has not.
     *
     * @param ifNoneMatch the header, null when there is none
     */
    public boolean isHeldBy(String ifNoneMatch) {
        if (ifNoneMatch == null) {
            return false;
        }
        if (ifNoneMatch.strip().equals("*")) {
            return true;
        }
        Matcher tags = TAG.matcher(ifNoneMatch);
        while (tags.find()) {
            if (tags.group(1).equals(header)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a change is meant for this content, by its header If-Match (RFC 9110, section 13.1.1, which compares
     * strongly: a weak tag matches nothing).
     */
    public boolean isMatchedBy(String ifMatch) {
        if (ifMatch.strip().equals("*")) {
            return true;
        }
        Matcher tags = TAG.matcher(ifMatch);
        while (tags.find()) {
            if (tags.group().equals(header)) {
                return true;
            }
        }
        return false;
    }
}
