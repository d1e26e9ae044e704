package org.mtgtracker.pages.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every view. */
class FormsTest {
    private static final Pattern FORM =
            Pattern.compile("<h:form [^>]*id=\"([^\"]*)\"[^>]*>(.*?)</h:form>", Pattern.DOTALL);
    private static final Pattern PLAIN_POST = Pattern.compile("<form [^>]*method=\"post\"[^>]*>");

    private static List<String> views() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/webapp"))) {
            return files.filter(file -> file.toString().endsWith(".xhtml"))
                    .map(FormsTest::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void every_form_that_changes_something_is_done_once() {
        List<String> without = views().stream()
                .flatMap(view -> FORM.matcher(view).results())
                .filter(form -> !form.group(2).contains("name=\"once\" value=\"#{forms.once}\""))
                .map(form -> form.group(1))
                .toList();

        // whoever asks for a copy of the account again wants it as it is by now
        assertThat(without).containsExactly("export-form");
        assertThat(views().stream().flatMap(view -> PLAIN_POST.matcher(view).results()))
                .isNotEmpty()
                .allSatisfy(form -> assertThat(form.group()).contains("?once=#{forms.once}"));
    }

    @Test
    void no_button_in_a_row_is_known_by_its_place_which_another_row_may_have_taken() {
        assertThat(views()).allSatisfy(view -> assertThat(view)
                .doesNotContainPattern("(?s)<ui:repeat(?:(?!</ui:repeat>).)*<h:command"));
    }

    @Test
    void every_page_has_a_title_and_is_described_or_not_listed() {
        assertThat(views().stream()
                        .filter(view -> view.contains("template=\"/WEB-INF/template/page.xhtml\""))
                        .filter(view -> !view.contains("name=\"title\""))
                        .count())
                .as("only the first page has the site's own title")
                .isEqualTo(1);
    }
}
