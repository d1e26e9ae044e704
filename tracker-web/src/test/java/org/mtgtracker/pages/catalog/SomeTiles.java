package org.mtgtracker.pages.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mtgtracker.catalog.boundary.CardJson;
import org.mtgtracker.pricing.boundary.DatedPrice;
import org.mtgtracker.pricing.boundary.PriceType;

/** Cards of lists, for tests of pages that show them. */
public final class SomeTiles {
    private SomeTiles() {}

    /** Cards with these names, numbered from 1 in their ids. */
    public static List<CardTile> named(String... names) {
        return Arrays.stream(names)
                .map(name -> new CardTile(
                        CardReader.read(new CardJson(
                                id(Arrays.asList(names).indexOf(name) + 1),
                                ("{\"name\":\"" + name + "\",\"set\":\"abc\"}").getBytes(UTF_8),
                                1)),
                        "/pictures/x.svg",
                        Map.of(PriceType.USD, new DatedPrice(LocalDate.of(2026, 2, 14), 100))))
                .toList();
    }

    /** The id of the card with a number. */
    public static UUID id(int number) {
        return new UUID(0x4000L, 0x8000_0000_0000_0000L | number);
    }
}
