package org.mtgtracker.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtgtracker.ratelimit.boundary.ClientAddresses;
import org.mtgtracker.ratelimit.control.LimitSettings;

class TransportFilterTest {
    private static final String HEADER = "Strict-Transport-Security";

    private static final String PROXY = "10.0.0.1";
    private static final String ANYBODY = "203.0.113.7";

    @ParameterizedTest
    @CsvSource({"60, max-age=60", "0, max-age=0", "' 31536000 ', max-age=31536000", "a year, max-age=31536000"})
    void whoever_comes_by_https_is_told_to_go_on_so(String setting, String told) throws Exception {
        assertThat(answered(setting, true, null, ANYBODY)).containsEntry(HEADER, told);
        assertThat(answered(setting, true, "https", PROXY)).containsEntry(HEADER, told);
    }

    @Test
    void whoever_comes_without_is_told_nothing() throws Exception {
        assertThat(answered("60", false, null, ANYBODY)).doesNotContainKey(HEADER);
        assertThat(answered("60", false, "http", PROXY)).doesNotContainKey(HEADER);
    }

    @Test
    void whoever_says_himself_that_he_came_by_https_is_not_believed() throws Exception {
        assertThat(answered("60", true, "https", ANYBODY)).doesNotContainKey(HEADER);
    }

    @Test
    void it_can_be_switched_off() throws Exception {
        assertThat(answered("off", true, null, ANYBODY)).doesNotContainKey(HEADER);
    }

    /** The container takes a request to be secure when the header says so. */
    private static Map<String, String> answered(String setting, boolean secure, String forwarded, String from)
            throws Exception {
        Map<String, String> headers = new HashMap<>();
        HttpServletRequest request = Exchange.proxy(HttpServletRequest.class, (method, arguments) -> switch (method) {
            case "isSecure" -> secure;
            case "getHeader" -> arguments[0].equals("X-Forwarded-Proto") ? forwarded : null;
            case "getRemoteAddr" -> from;
            default -> throw new UnsupportedOperationException(method);
        });
        HttpServletResponse response = Exchange.proxy(HttpServletResponse.class, (method, arguments) -> {
            headers.put((String) arguments[0], (String) arguments[1]);
            return null;
        });
        FilterChain chain = (asked, answer) -> headers.put("passed", "on");
        ClientAddresses addresses = new ClientAddresses(new LimitSettings(
                name -> name.equals("tracker.http.trusted-proxies") ? Optional.of("10.0.0.0/8") : Optional.empty()));
        new TransportFilter(setting, addresses).doFilter(request, response, chain);
        assertThat(headers).containsEntry("passed", "on");
        return headers;
    }
}
