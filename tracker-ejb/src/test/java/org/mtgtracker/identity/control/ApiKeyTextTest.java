package org.mtgtracker.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtgtracker.identity.PlainHash;

class ApiKeyTextTest {
    @Test
    void a_made_key_reads_back_as_itself() {
        ApiKeyText key = ApiKeyText.random(new SecureRandom());

        assertThat(ApiKeyText.parse(key.text())).contains(key);
        assertThat(key.matches(key.secretHash())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 43, 128})
    void a_secret_has_32_to_128_letters_or_digits(int length) {
        assertThat(ApiKeyText.parse("mtg_Abcdef09_" + "z".repeat(length)))
                .contains(new ApiKeyText("Abcdef09", "z".repeat(length)));
    }

    @Test
    void what_has_not_the_form_of_a_key_is_none() {
        String secret = "s".repeat(32);

        assertThat(List.of(
                        "",
                        "mtg_",
                        "mtg_Abcdef09_" + "s".repeat(31),
                        "mtg_Abcdef09_" + "s".repeat(129),
                        "MTG_Abcdef09_" + secret,
                        "mtg_Abcdef0_" + secret + "s",
                        "mtg_Abcdef09-" + secret,
                        "mtg_Abc_ef09_" + secret,
                        "mtg_Abcdef0é_" + secret,
                        "mtg_Abcdef09_" + "s".repeat(31) + "_",
                        "mtg_Abcdef09_" + "s".repeat(31) + "/",
                        "mtg_Abcdef09_" + "s".repeat(31) + "[",
                        "mtg_Abcdef09_" + secret + "\n"))
                .allSatisfy(text -> assertThat(ApiKeyText.parse(text)).isEmpty());
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
