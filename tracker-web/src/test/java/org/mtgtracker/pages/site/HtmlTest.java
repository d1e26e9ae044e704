package org.mtgtracker.pages.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void nothing_of_a_text_is_markup() {
        assertThat(Html.text("<a href=\"x\">R&D</a>")).isEqualTo("&lt;a href=&quot;x&quot;&gt;R&amp;D&lt;/a&gt;");
        assertThat(Html.text("a\u0000b")).isEqualTo("a b");
        assertThat(Html.text("Æther’s")).isEqualTo("Æther’s");
    }
}
