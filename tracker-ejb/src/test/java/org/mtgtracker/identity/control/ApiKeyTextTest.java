package org.mtgtracker.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mtgtracker.identity.PlainHash;

class ApiKeyTextTest {
    @Test
    void a_made_key_reads_back_as_itself() {
        ApiKeyText key = ApiKeyText.random(new SecureRandom());

        assertThat(ApiKeyText.parse(key.text())).contains(key);
        assertThat(key.matches(key.secretHash())).isTrue();
    }

    @Test
    void no_two_keys_are_alike() {
        SecureRandom random = new SecureRandom();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            keys.add(ApiKeyText.random(random).text());
        }

        assertThat(keys).hasSize(1000);
    }

    @Test
    void a_log_never_has_the_secret() {
        ApiKeyText key = ApiKeyText.random(new SecureRandom());

        assertThat(key.toString()).contains(key.prefix()).doesNotContain(key.secret());
    }

    @Test
    void passwords_are_hashed_at_the_cost_that_owasp_names() {
        PlainHash hash = new PlainHash();

        Passwords passwords = new Passwords(hash);

        assertThat(passwords.hash("a good password")).isNotBlank();
        assertThat(hash.parameters())
                .containsEntry("Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512")
                .containsEntry("Pbkdf2PasswordHash.Iterations", "210000");
    }
}
