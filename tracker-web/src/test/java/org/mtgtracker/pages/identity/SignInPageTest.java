package org.mtgtracker.pages.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInPageTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/admin/imports", "/?q=sol+ring&cursor=AQ%3D", "/card?id=1"})
    void it_goes_on_to_a_page_of_this_application(String path) {
        assertThat(next(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "admin",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "/a\r\nSet-Cookie: b=c",
                "/\t/evil.example",
                " //evil.example",
                "/a b"
            })
    void it_goes_nowhere_else(String path) {
        assertThat(next(path)).isEmpty();
    }

    private static String next(String path) {
        SignInPage page = new SignInPage();
        page.setNext(path);
        return page.getNext();
    }
}
