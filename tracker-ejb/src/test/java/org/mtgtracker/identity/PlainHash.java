package org.mtgtracker.identity;

import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;

/** A hash that costs nothing and counts how often it was asked to compare. */
public final class PlainHash implements Pbkdf2PasswordHash {
    private int comparisons;
    private Map<String, String> parameters = Map.of();

    @Override
    public void initialize(Map<String, String> chosen) {
        parameters = chosen;
    }

    @Override
    public String generate(char[] password) {
        return "hashed " + new String(password);
    }

    @Override
    public boolean verify(char[] password, String hashed) {
        comparisons++;
        return generate(password).equals(hashed);
    }

    public int comparisons() {
        return comparisons;
    }

    public Map<String, String> parameters() {
        return parameters;
    }
}
