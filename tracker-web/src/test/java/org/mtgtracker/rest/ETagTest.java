package org.mtgtracker.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ETagTest {
    private final ETag tag = ETag.of("card", "1");

    @Test
    void a_tag_is_strong_and_quoted() {
        assertThat(tag.header()).matches("\"[A-Za-z0-9_-]{16}\"");
    }

    @Test
    void other_content_has_another_tag() {
        assertThat(ETag.of("card", "1")).isEqualTo(tag);
        assertThat(ETag.of("card", "2")).isNotEqualTo(tag);
        assertThat(ETag.of("card1")).isNotEqualTo(ETag.of("card", "1"));
    }

    @Test
    void the_same_bytes_have_the_same_tag() {
        assertThat(ETag.of(new byte[] {1, 2})).isEqualTo(ETag.of(new byte[] {1, 2}));
        assertThat(ETag.of(new byte[] {1, 2})).isNotEqualTo(ETag.of(new byte[] {2, 1}));
        assertThat(ETag.of(new byte[0]).header()).matches("\"[A-Za-z0-9_-]{16}\"");
    }

    @Test
    void whoever_holds_the_content_is_known_by_any_form_of_the_header() {
        assertThat(tag.isHeldBy(tag.header())).isTrue();
        assertThat(tag.isHeldBy("W/" + tag.header())).isTrue();
        assertThat(tag.isHeldBy("\"a,b\" ,W/\"c\", " + tag.header())).isTrue();
        assertThat(tag.isHeldBy(" * ")).isTrue();
    }

    @Test
    void whoever_holds_something_else_or_talks_nonsense_is_sent_the_content() {
        assertThat(tag.isHeldBy(null)).isFalse();
        assertThat(tag.isHeldBy("")).isFalse();
        assertThat(tag.isHeldBy("\"other\"")).isFalse();
        assertThat(tag.isHeldBy(tag.header().replace("\"", ""))).isFalse();
        assertThat(tag.isHeldBy("\"")).isFalse();
    }
}
