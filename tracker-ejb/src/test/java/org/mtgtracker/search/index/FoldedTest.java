package org.mtgtracker.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    Sol Ring                  | sol ring
                    Æther Vial                | aether vial
                    Œuvre ßtraße Øre          | oeuvre sstrasse ore
                    Jötun Grunt               | jotun grunt
                    Urza's Tower              | urzas tower
                    Jace, Vryn's Prodigy      | jace vryns prodigy
                    Kongming, "Sleeping Dragon" | kongming sleeping dragon
                    Circle of Protection: Red | circle of protection red
                    B.F.M. (Big Furry Monster)  | bfm big furry monster
                    ＡＢＣ ２                 | abc 2
                    """)
    void a_name_is_compared_without_case_accents_and_punctuation(String name, String folded) {
        assertThat(Folded.sortKey(name)).isEqualTo(folded);
        assertThat(Folded.name(name)).isEqualTo(folded);
    }

    @Test
    void a_hyphen_reads_as_a_blank_and_as_nothing() {
        assertThat(Folded.name("Lim-Dûl's Vault")).isEqualTo("lim duls vault\nlimduls vault");
        assertThat(Folded.name("Will-o'-the-Wisp")).isEqualTo("will o the wisp\nwillothewisp");
    }

    @Test
    void faces_are_kept_apart() {
        assertThat(Folded.name("Fire // Ice")).isEqualTo("fire\nice");
        assertThat(Folded.sortKey("Fire // Ice")).isEqualTo("fire ice");
    }

    @Test
    void a_name_of_underscores_stays_a_name() {
        assertThat(Folded.name("_____")).isEqualTo("_____");
    }

    @Test
    void words_of_a_query_have_a_blank_for_punctuation() {
        assertThat(Folded.phrase("  Lim-Dûl's ")).isEqualTo("lim duls");
        assertThat(Folded.phrase("!?")).isEmpty();
    }

    @Test
    void whole_names_are_compared_by_letters_and_digits_alone() {
        assertThat(Folded.exact("Fire // Ice")).isEqualTo(Folded.exact("fire//ice"));
        assertThat(Folded.exact("Will-o'-the-Wisp")).isEqualTo(Folded.exact("will o the wisp"));
    }

    @Test
    void a_text_keeps_its_punctuation_but_for_quotes_and_dashes() {
        assertThat(Folded.text("−2: Séance’s “Æther” — {T}")).isEqualTo("-2: seance's \"aether\" - {t}");
    }
}
