package org.mtgtracker.ratelimit.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtgtracker.ratelimit.control.LimitSettings;

class ClientAddressesTest {
    private final Map<String, String> settings =
            new HashMap<>(Map.of("tracker.http.trusted-proxies", "10.0.0.0/8, fd00::/8 192.0.2.1"));

    @Test
    void whoever_is_no_trusted_proxy_is_not_believed() {
        assertThat(client("198.51.100.9", "203.0.113.7")).isEqualTo("198.51.100.9");
    }

    @Test
    void without_any_trusted_proxy_nobody_is_believed() {
        settings.clear();

        assertThat(client("10.0.0.1", "203.0.113.7")).isEqualTo("10.0.0.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.7|203.0.113.7",
                "203.0.113.7, 10.1.2.3|203.0.113.7",
                "1.2.3.4, 203.0.113.7, 10.1.2.3|203.0.113.7",
                "203.0.113.7:4711|203.0.113.7",
                "2001:db8::7|2001:db8::7",
                "[2001:db8::7]:4711|2001:db8::7",
                "10.9.9.9, 10.8.8.8|10.9.9.9",
                "203.0.113.7, unknown|10.0.0.1",
                "203.0.113.7, 1.2.3.4/8|10.0.0.1",
                "'203.0.113.7,'|10.0.0.1",
                "203.0.113.7, 4711|10.0.0.1",
                "<script>|10.0.0.1"
            })
    void the_nearest_that_no_trusted_proxy_is_counts(String header, String client) {
        assertThat(client("10.0.0.1", header)).isEqualTo(client);
    }

    @Test
    void a_header_that_comes_in_parts_is_one_list() {
        assertThat(addresses().of("10.0.0.1", List.of("1.2.3.4, 203.0.113.7", "10.1.2.3")))
                .isEqualTo("203.0.113.7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for=203.0.113.7|203.0.113.7",
                "for=1.2.3.4, For=\"[2001:db8::7]:4711\";proto=https;by=10.0.0.1|2001:db8::7",
                "proto=http;for=203.0.113.7:80, for=10.2.2.2|203.0.113.7",
                "for=_hidden|10.0.0.1",
                "proto=http|10.0.0.1"
            })
    void the_standard_header_is_read_where_that_is_set(String header, String client) {
        settings.put("tracker.http.forwarded-header", "forwarded");

        assertThat(addresses().header()).isEqualTo("Forwarded");
        assertThat(client("10.0.0.1", header)).isEqualTo(client);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.5", "2001:db8::1", "::ffff:192.0.2.5"})
    void trusted_clients_are_known_in_either_form(String address) {
        settings.put("tracker.ratelimit.trusted-clients", "192.0.2.0/24 nonsense 2001:db8::/32 *");

        assertThat(addresses().isTrusted(address)).isTrue();
        assertThat(addresses().isTrusted("198.51.100.1")).isFalse();
        assertThat(addresses().isTrusted("no address")).isFalse();
    }

    @Test
    void only_proxies_that_are_trusted_speak_for_others() {
        assertThat(addresses().isProxy("10.1.2.3")).isTrue();
        assertThat(addresses().isProxy("fd00::7")).isTrue();
        assertThat(addresses().isProxy("203.0.113.7")).isFalse();
        assertThat(addresses().isProxy("")).isFalse();
    }

    @Test
    void an_ipv6_network_counts_as_one() {
        assertThat(addresses().counted("2001:db8:0:1::1"))
                .isEqualTo(addresses().counted("2001:db8:0:1:ffff::2"))
                .isNotEqualTo(addresses().counted("2001:db8:0:2::1"));
        assertThat(addresses().counted("192.0.2.5")).isEqualTo("192.0.2.5");
    }

    private String client(String connected, String header) {
        return addresses().of(connected, List.of(header));
    }

    private ClientAddresses addresses() {
        return new ClientAddresses(new LimitSettings(name -> Optional.ofNullable(settings.get(name))));
    }
}
