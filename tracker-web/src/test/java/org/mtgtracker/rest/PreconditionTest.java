package org.mtgtracker.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.core.HttpHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionTest {
    private static final ETag CURRENT = new ETag("\"now\"");

    @ParameterizedTest
    @ValueSource(strings = {"\"now\"", "*", "\"old\", \"now\""})
    void a_change_of_what_is_there_now_may_pass(String ifMatch) {
        assertThatCode(() -> Precondition.mustMatch(CURRENT, headers(ifMatch))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"old\"", "W/\"now\"", "now", ""})
    void a_change_of_something_older_is_told_what_is_there_now(String ifMatch) {
        Problem problem = refused(ifMatch);

        assertThat(problem.status()).isEqualTo(412);
        assertThat(problem.headers()).containsEntry("ETag", "\"now\"");
    }

    @Test
    void a_change_that_does_not_say_is_refused() {
        assertThat(refused(null).status()).isEqualTo(428);
    }

    private static Problem refused(String ifMatch) {
        return catchThrowableOfType(Precondition.class, () -> Precondition.mustMatch(CURRENT, headers(ifMatch)))
                .problem();
    }

    private static HttpHeaders headers(String ifMatch) {
        return Exchange.proxy(HttpHeaders.class, (method, arguments) -> ifMatch);
    }
}
