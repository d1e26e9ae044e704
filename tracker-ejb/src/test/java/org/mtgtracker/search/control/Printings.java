package org.mtgtracker.search.control;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.mtgtracker.search.entity.Printing;

/** Makes printings for tests: everything that is not named has a sensible value. */
final class Printings {
    private final String name;
    private UUID card;
    private UUID oracle;
    private LocalDate released = LocalDate.of(2020, 1, 1);
    private String language = "en";
    private String set = "tst";
    private String number = "1";
    private String layout = "normal";

    private Printings(String name) {
        this.name = name;
        this.oracle = id("oracle " + name);
    }

    static Printings of(String name) {
        return new Printings(name);
    }

    static UUID id(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8));
    }

    Printings id(UUID id) {
        card = id;
        return this;
    }

    Printings oracle(UUID id) {
        oracle = id;
        return this;
    }

    Printings released(String day) {
        released = day == null ? null : LocalDate.parse(day);
        return this;
    }

    Printings language(String code) {
        language = code;
        return this;
    }

    Printings in(String setCode, String collectorNumber) {
        set = setCode;
        number = collectorNumber;
        return this;
    }

    Printings layout(String layoutName) {
        layout = layoutName;
        return this;
    }

    Printing make() {
        UUID id = card == null ? id(name + set + number + language) : card;
        return new Printing(id, oracle, name, language, released, set, number, layout);
    }

    static NameIndex index(long version, String... names) {
        NameIndex.Builder builder = new NameIndex.Builder();
        for (String name : names) {
            builder.add(of(name).id(id(name)).make());
        }
        return builder.build(version);
    }
}
