package org.mtgtracker.pages.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkedTest {
    @Test
    void the_character_that_is_named_is_marked_whole() {
        Marked marked = Marked.of("elf 🐉 (", "There is something wrong at character 5.");

        assertThat(marked.isKnown()).isTrue();
        assertThat(marked.getBefore()).isEqualTo("elf ");
        assertThat(marked.getWrong()).isEqualTo("🐉");
        assertThat(marked.getAfter()).isEqualTo(" (");
    }

    @Test
    void a_complaint_without_a_place_or_beyond_the_end_marks_nothing() {
        assertThat(Marked.of("elf", "It is too long.").isKnown()).isFalse();
        assertThat(Marked.of("elf", "There is something wrong at character 4.").isKnown())
                .isFalse();
        assertThat(Marked.NOTHING.isKnown()).isFalse();
    }
}
