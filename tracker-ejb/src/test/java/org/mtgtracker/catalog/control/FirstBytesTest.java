package org.mtgtracker.catalog.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstBytesTest {
    @ParameterizedTest
    @CsvSource({
        "89504e470d0a1a0a,is a PNG image",
        "ffd8ffe000104a46,is a JPEG image",
        "255044462d312e37,is a PDF document",
        "504b030414000000,is a ZIP archive: unpack it first",
        "fffe5b007b002200,is UTF-16 text",
        "1f8b0800,is gzip'd twice: unpack it once",
        "00010203,is not JSON: it begins with the bytes 00010203"
    })
    void a_file_of_another_kind_is_recognised(String hex, String description) {
        assertThat(FirstBytes.describe(HexFormat.of().parseHex(hex))).isEqualTo(description);
    }

    @Test
    void a_web_page_is_recognised() {
        assertThat(FirstBytes.describe("\n<!DOCTYPE html><html>".getBytes(UTF_8)))
                .isEqualTo("is an HTML page");
    }

    @Test
    void other_text_is_quoted() {
        assertThat(FirstBytes.describe("date,scryfall_id,usd".getBytes(UTF_8)))
                .isEqualTo("is not JSON: it begins with \"date,scryfall_id\"");
    }
}
