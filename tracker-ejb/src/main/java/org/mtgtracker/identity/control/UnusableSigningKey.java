package org.mtgtracker.identity.control;

/** The key to sign access tokens with cannot be had; nobody signs in over the API until that is mended. */
class UnusableSigningKey extends RuntimeException {
    UnusableSigningKey(String message, Throwable cause) {
        super(message, cause);
    }
}
