package org.mtgtracker.rest.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicSourceTest {
    @ParameterizedTest
    @CsvSource({
        "demo, demo",
        "scryfall, scryfall",
        "/srv/private/cards.json.gz, cards.json.gz",
        "file:/srv/private/cards.json, cards.json",
        "'C:\\private\\cards.json', cards.json",
        "https://user:secret@example.org/a/cards.json?token=secret#part, cards.json",
        "https://example.org/cards/, cards",
        "'', "
    })
    void everybody_sees_the_name_and_not_the_way(String source, String shown) {
        assertThat(PublicSource.of(source)).isEqualTo(shown);
    }
}
