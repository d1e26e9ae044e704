package org.mtgtracker.pricing.control;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mtgtracker.catalog.boundary.CardPrices;
import org.mtgtracker.pricing.boundary.PriceType;
import org.mtgtracker.values.boundary.Uuids;

/**
 * The columns of a price file, told by its header: {@code date,scryfall_id} and then either price types under Scryfall's
 * names, or {@code finish} and currencies, whose prices are of the finish that the line names. A file says something
 * about the types it has a column for, and nothing about the others.
 */
final class PriceColumns {
    /** What a header may be, for messages. */
    static final String ALLOWED = "\"date,scryfall_id\" and then some of \""
            + PriceType.ALL.stream().map(PriceType::key).collect(Collectors.joining(","))
            + "\", or \"date,scryfall_id,finish\" and then some of \"usd,eur,tix\"";

    private static final List<String> BEGINNING = List.of("date", "scryfall_id");
    private static final int FIRST_PRICE = BEGINNING.size();
    private static final String FINISH = "finish";
    private static final String NONFOIL = "nonfoil";

    private static final Map<String, Map<String, PriceType>> BY_FINISH = Map.of(
            "usd", Map.of(NONFOIL, PriceType.USD, "foil", PriceType.USD_FOIL, "etched", PriceType.USD_ETCHED),
            "eur", Map.of(NONFOIL, PriceType.EUR, "foil", PriceType.EUR_FOIL),
            "tix", Map.of(NONFOIL, PriceType.TIX));

    private final boolean hasFinish;
    private final List<String> prices;

    private PriceColumns(boolean hasFinish, List<String> prices) {
        this.hasFinish = hasFinish;
        this.prices = List.copyOf(prices);
    }

    /**
     * The columns that a header names.
     *
     * @throws BrokenPriceLine when it is none of a price file
     */
    static PriceColumns of(String header) {
        List<String> names = new ArrayList<>();
        for (String field : CsvFields.of(header)) {
            names.add(field.toLowerCase(Locale.ROOT));
        }
        if (names.size() < FIRST_PRICE || !names.subList(0, FIRST_PRICE).equals(BEGINNING)) {
            throw new BrokenPriceLine("its first columns are not " + String.join(",", BEGINNING));
        }
        boolean hasFinish = names.size() > FIRST_PRICE && names.get(FIRST_PRICE).equals(FINISH);
        List<String> prices = names.subList(hasFinish ? FIRST_PRICE + 1 : FIRST_PRICE, names.size());
        List<String> known = hasFinish
                ? List.copyOf(BY_FINISH.keySet())
                : PriceType.ALL.stream().map(PriceType::key).toList();
        if (prices.isEmpty()) {
            throw new BrokenPriceLine("it has no column of prices");
        }
        for (int i = 0; i < prices.size(); i++) {
            if (!known.contains(prices.get(i))) {
                throw new BrokenPriceLine(
                        "there is no column " + Quoted.of(prices.get(i)) + (hasFinish ? " beside " + FINISH : ""));
            }
            if (prices.indexOf(prices.get(i)) < i) {
                throw new BrokenPriceLine("it has the column " + prices.get(i) + " twice");
            }
        }
        return new PriceColumns(hasFinish, prices);
    }

    /**
     * Reads a line.
     *
     * @param lastDay that prices can be of
     * @throws BrokenPriceLine when it is not what a line must be
     */
    PriceLine line(String text, LocalDate lastDay) {
        String[] fields = CsvFields.of(text);
        int first = hasFinish ? FIRST_PRICE + 1 : FIRST_PRICE;
        if (fields.length != first + prices.size()) {
            throw new BrokenPriceLine(
                    "it has " + fields.length + " fields; by the header a line has " + (first + prices.size()));
        }
        LocalDate day = day(fields[0], lastDay);
        UUID card = card(fields[1]);
        int[] cents = new int[PriceType.ALL.size()];
        Arrays.fill(cents, PriceRow.NONE);
        int spoken = 0;
        for (int i = 0; i < prices.size(); i++) {
            PriceType type = hasFinish
                    ? type(prices.get(i), fields[FIRST_PRICE], fields[first + i])
                    : PriceType.valueOf(prices.get(i).toUpperCase(Locale.ROOT));
            if (type != null) {
                cents[type.ordinal()] = Cents.of(prices.get(i), fields[first + i]);
                spoken |= 1 << type.ordinal();
            }
        }
        return new PriceLine(day, card, cents, spoken);
    }

    /** What a currency is called in that finish; null for one that there is not, and no price is given. */
    private static PriceType type(String currency, String finish, String price) {
        Map<String, PriceType> finishes = BY_FINISH.get(currency);
        if (!BY_FINISH.get("usd").containsKey(finish)) {
            throw new BrokenPriceLine("the finish is " + Quoted.of(finish) + "; it must be nonfoil, foil or etched");
        }
        PriceType type = finishes.get(finish);
        if (type == null && !price.isEmpty()) {
            throw new BrokenPriceLine(currency + " has no prices of finish " + finish + "; leave the field empty");
        }
        return type;
    }

    private static LocalDate day(String text, LocalDate lastDay) {
        LocalDate day;
        try {
            day = LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new BrokenPriceLine("the date is " + Quoted.of(text) + "; it must be a day as 2026-01-19");
        }
        if (day.isAfter(lastDay)) {
            throw new BrokenPriceLine("the date is " + day + ", after tomorrow (UTC), " + lastDay);
        }
        if (day.isBefore(CardPrices.FIRST_DAY)) {
            throw new BrokenPriceLine("the date is " + day + "; there were no cards before " + CardPrices.FIRST_DAY);
        }
        return day;
    }

    private static UUID card(String text) {
        return Uuids.in(text)
                .orElseThrow(
                        () -> new BrokenPriceLine("the scryfall_id is " + Quoted.of(text) + "; it must be a UUID"));
    }
}
