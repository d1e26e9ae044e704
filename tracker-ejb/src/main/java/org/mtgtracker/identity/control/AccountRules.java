package org.mtgtracker.identity.control;

import static java.util.Objects.requireNonNull;

import com.nulabinc.zxcvbn.Zxcvbn;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mtgtracker.identity.boundary.BadDetail;

/** What names, e-mail addresses and passwords have to be like. */
@ApplicationScoped
public class AccountRules {
    public static final int SHORTEST_PASSWORD = 8;
    public static final int LONGEST_PASSWORD = 256;
    public static final int SHORTEST_NAME = 3;
    public static final int LONGEST_NAME = 50;
    public static final int LONGEST_EMAIL = 254;

    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{" + (SHORTEST_NAME - 1) + "," + (LONGEST_NAME - 1) + "}");
    /** RFC 5321's dot-string, and a domain of at least two labels. */
    private static final Pattern EMAIL = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])");

    private static final int LONGEST_LOCAL_PART = 64;
    /** What is longer than this is not in any list of common passwords, and takes long to look for. */
    private static final int LOOKED_AT = 50;
    /** zxcvbn's score of 2: over a million guesses. */
    private static final int WEAKEST = 2;

    private final Zxcvbn strength = new Zxcvbn();

    /**
     * A name that an account may have.
     *
     * @throws BadDetail when it may not
     */
    public String name(String name) {
        String stripped = requireNonNull(name, "name is null").strip();
        if (!NAME.matcher(stripped).matches()) {
            throw new BadDetail(
                    "name",
                    "has to have %d to %d of the letters A to Z, digits, dots, hyphens and underscores, and to begin with a letter or digit"
                            .formatted(SHORTEST_NAME, LONGEST_NAME));
        }
        return stripped;
    }

    /**
     * An e-mail address as it is kept, in small letters.
     *
     * @throws BadDetail when it is none
     */
    public String email(String email) {
        String stripped = requireNonNull(email, "email is null").strip();
        if (stripped.length() > LONGEST_EMAIL
                || stripped.indexOf('@') > LONGEST_LOCAL_PART
                || !EMAIL.matcher(stripped).matches()) {
            throw new BadDetail(
                    "email",
                    "has to be an e-mail address such as jaya@example.org, of up to " + LONGEST_EMAIL + " characters");
        }
        return stripped.toLowerCase(Locale.ROOT);
    }

    /**
     * A password as it is hashed. Its length and that nobody guesses it early is all that is asked of it (NIST SP
     * 800-63B, section 5.1.1.2).
     *
     * @param field what the password is called where it was given
     * @throws BadDetail when it may not be used
     */
    public String newPassword(String field, String password, String name, Optional<String> email) {
        String normal = fitting(field, password);
        List<String> personal = Stream.concat(Stream.of(name, "mtg", "tracker", "magic"), email.stream())
                .toList();
        if (normal.length() <= LOOKED_AT && strength.measure(normal, personal).getScore() < WEAKEST) {
            throw new BadDetail(
                    field, "is one of those that are guessed first; choose several words, or something longer");
        }
        return normal;
    }

    /**
     * A password of an allowed length, whosever it is.
     *
     * @param field what the password is called where it was given
     * @throws BadDetail when it is shorter or longer
     */
    public String fitting(String field, String password) {
        String normal = normal(password);
        int length = normal.codePointCount(0, normal.length());
        if (length < SHORTEST_PASSWORD || length > LONGEST_PASSWORD) {
            throw new BadDetail(
                    field,
                    "has %d characters; %d to %d are allowed".formatted(length, SHORTEST_PASSWORD, LONGEST_PASSWORD));
        }
        return normal;
    }

    /** The same password, however the keyboard composed its characters. */
    public static String normal(String password) {
        return Normalizer.normalize(requireNonNull(password, "password is null"), Normalizer.Form.NFKC);
    }
}
