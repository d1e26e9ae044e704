package org.mtgtracker.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransportFilterTest {
    private static final String HEADER = "Strict-Transport-Security";

    @ParameterizedTest
    @CsvSource({"60, max-age=60", "0, max-age=0", "' 31536000 ', max-age=31536000", "a year, max-age=31536000"})
    void whoever_comes_by_https_is_told_to_go_on_so(String setting, String told) throws Exception {
        assertThat(answered(setting, true)).containsEntry(HEADER, told);
    }

    @Test
    void whoever_comes_without_is_told_nothing() throws Exception {
        assertThat(answered("60", false)).doesNotContainKey(HEADER);
    }

    @Test
    void it_can_be_switched_off() throws Exception {
        assertThat(answered("off", true)).doesNotContainKey(HEADER);
    }

    private static Map<String, String> answered(String setting, boolean secure) throws Exception {
        Map<String, String> headers = new HashMap<>();
        HttpServletRequest request = Exchange.proxy(HttpServletRequest.class, (method, arguments) -> secure);
        HttpServletResponse response = Exchange.proxy(HttpServletResponse.class, (method, arguments) -> {
            headers.put((String) arguments[0], (String) arguments[1]);
            return null;
        });
        FilterChain chain = (asked, answer) -> headers.put("passed", "on");
        new TransportFilter(setting).doFilter(request, response, chain);
        assertThat(headers).containsEntry("passed", "on");
        return headers;
    }
}
