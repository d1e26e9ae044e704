package org.mtgtracker.identity.control;

import java.security.SecureRandom;

/** Makes what nobody can guess. */
final class Secrets {
    /** 22 of 62 characters are 130 bits. */
    private static final int PASSWORD_LENGTH = 22;

    private final SecureRandom random = new SecureRandom();

    String password() {
        return ApiKeyText.randomText(random, PASSWORD_LENGTH);
    }

    ApiKeyText apiKey() {
        return ApiKeyText.random(random);
    }
}
