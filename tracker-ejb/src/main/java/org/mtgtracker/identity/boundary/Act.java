package org.mtgtracker.identity.boundary;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the audit log tells of. */
public enum Act {
    SIGNED_UP,
    SIGNED_IN,
    SIGN_IN_FAILED,
    SIGNED_OUT,
    SIGNED_OUT_EVERYWHERE,
    SESSION_ENDED,
    REFRESH_TOKEN_REUSED,
    PASSWORD_CHANGED,
    PASSWORD_RESET_ASKED,
    PASSWORD_RESET,
    RESET_TOKEN_MADE,
    EMAIL_CHANGED,
    EMAIL_VERIFIED,
    DATA_EXPORTED,
    ACCOUNT_DELETED,
    KEY_MADE,
    KEY_REVOKED,
    ROLE_CHANGED,
    DISABLED,
    ENABLED,
    UNLOCKED,
    FIRST_ADMIN_MADE,
    SIGNING_KEY_PUBLISHED,
    IMPORT_ASKED,
    JOB_ASKED,
    PRICES_ASKED;

    /** How it is written in requests and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The act that is written so. */
    public static Optional<Act> of(String word) {
        return Arrays.stream(values()).filter(act -> act.word().equals(word)).findFirst();
    }
}
