package org.mtgtracker.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
        MessageDigest digest = sha256();
        for (String word : words) {
            digest.update(word.getBytes(UTF_8));
            digest.update((byte) 0);
        }
        return of(digest);
    }

    /** The tag of these very bytes. */
    public static ETag of(byte[] content) {
        MessageDigest digest = sha256();
        digest.update(content);
        return of(digest);
    }

    private static ETag of(MessageDigest digest) {
        byte[] start = new byte[BYTES];
        System.arraycopy(digest.digest(), 0, start, 0, BYTES);
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
