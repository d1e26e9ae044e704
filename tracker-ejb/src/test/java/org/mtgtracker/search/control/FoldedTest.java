package org.mtgtracker.search.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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
    void a_query_is_cut_at_blanks_and_said_once() {
        assertThat(words("  Lim-Dûl   the\tNECRO the ")).containsExactly("lim dul", "the", "necro");
    }

    @Test
    void quotes_and_face_slashes_in_a_query_do_not_count() {
        assertThat(words("\"Fire // Ice\"")).containsExactly("fire", "ice");
    }

    @Test
    void words_of_punctuation_only_are_reported() {
        List<String> ignored = new ArrayList<>();

        List<String> words = Folded.words("sol !!! ring ++", ignored);

        assertThat(words).containsExactly("sol", "ring");
        assertThat(ignored).containsExactly("!!!", "++");
    }

    private static List<String> words(String query) {
        List<String> ignored = new ArrayList<>();
        List<String> words = Folded.words(query, ignored);
        assertThat(ignored).isEmpty();
        return words;
    }
}
