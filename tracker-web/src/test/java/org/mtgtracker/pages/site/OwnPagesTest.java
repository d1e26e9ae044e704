package org.mtgtracker.pages.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPagesTest {
    @ParameterizedTest
    @CsvSource({
        "http://tracker.example:8080, tracker.example:8080, true",
        "https://tracker.example, Tracker.example, true",
        "https://evil.example, tracker.example, false",
        "https://tracker.example.evil.example, tracker.example, false",
        "null, tracker.example, false",
        "'', tracker.example, false",
        "'http://[', tracker.example, false",
        "https://tracker.example, '', false"
    })
    void only_pages_of_the_same_host_are_ours(String origin, String host, boolean own) {
        assertThat(OwnPages.sameHost(origin, host)).isEqualTo(own);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "sets",
                "",
                "/a\tb",
                "/\r\nSet-Cookie: a=b"
            })
    void nobody_is_led_away_from_here(String path) {
        assertThat(OwnPages.path(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/search?q=t%3Aelf&as=list", "/card?id=1#prices"})
    void what_is_ours_is_gone_on_to(String path) {
        assertThat(OwnPages.path(path)).isEqualTo(path);
    }
}
