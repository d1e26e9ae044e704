package org.mtgtracker.rest.v1;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.mtgtracker.rest.BadParameter;
import org.mtgtracker.rest.Parameters;

/** The baseline's parameters said in the search language. Each of them narrows what is found. */
final class BaselineQuery {
    private static final int LONGEST = 200;
    private static final int MOST_KEYWORDS = 20;

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,2})?");
    private static final Pattern STRENGTH = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,2})?|\\*");
    private static final Pattern COST = Pattern.compile("[0-9A-Za-z{}/]{1,60}");
    private static final Pattern COLOURS = Pattern.compile("(?i)[wubrgc](,?[wubrg])*");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_\\-]{1,40}");

    private static final Map<String, String> RARITIES = Map.of(
            "common", "common",
            "uncommon", "uncommon",
            "rare", "rare",
            "special", "special",
            "mythic", "mythic",
            "bonus", "bonus");

    private final Parameters parameters;
    private final List<String> terms = new ArrayList<>();

    private BaselineQuery(Parameters parameters) {
        this.parameters = parameters;
    }

    /**
     * The query that the parameters make; empty when they ask for all cards.
     *
     * @param setCode gives the code of a set by its Scryfall id; empty when there is no such set
     */
    static String of(Parameters parameters, UnaryOperator<String> setCode) {
        BaselineQuery query = new BaselineQuery(parameters);
        query.phrase("name", "name:");
        query.phrase("type_line", "t:");
        query.phrase("oracle_text", "fo:");
        query.phrase("artist", "a:");
        query.phrase("set_name", "e:");
        query.form("mana_cost", COST, "m=", "a mana cost such as {2}{W}{W}");
        query.form("cmc", NUMBER, "mv=", "a number");
        query.form("cmc_min", NUMBER, "mv>=", "a number");
        query.form("cmc_max", NUMBER, "mv<=", "a number");
        query.form("power", STRENGTH, "pow=", "a number or *");
        query.form("toughness", STRENGTH, "tou=", "a number or *");
        query.form("colors", COLOURS, "c>=", "letters of colours such as W,U");
        query.form("color_identity", COLOURS, "id>=", "letters of colours such as W,U");
        query.form("set_code", WORD, "e:", "a set's code");
        query.form("legality_format", WORD, "f:", "a format such as modern");
        query.day();
        query.rarity();
        query.keywords();
        query.set(setCode);
        return String.join(" ", query.terms);
    }

    private void phrase(String name, String key) {
        given(name).ifPresent(value -> terms.add(key + quoted(value)));
    }

    /** Quotes cannot stand in a phrase; what is around them still has to. */
    private static String quoted(String value) {
        return '"' + value.replaceAll("[\"“”]", " ").strip() + '"';
    }

    private void form(String name, Pattern form, String key, String allowed) {
        given(name).ifPresent(value -> {
            if (!form.matcher(value).matches()) {
                throw new BadParameter(name, value, allowed);
            }
            terms.add(key + value.replace(",", "").toLowerCase(Locale.ROOT));
        });
    }

    private void day() {
        Optional<LocalDate> day = given("released_at").isPresent() ? parameters.day("released_at") : Optional.empty();
        day.ifPresent(value -> terms.add("date=" + value));
    }

    private void rarity() {
        given("rarity").ifPresent(value -> {
            String rarity = RARITIES.get(value.toLowerCase(Locale.ROOT));
            if (rarity == null) {
                throw new BadParameter("rarity", value, "one of common, uncommon, rare, special, mythic, bonus");
            }
            terms.add("r=" + rarity);
        });
    }

    private void keywords() {
        given("keywords").ifPresent(value -> {
            String[] keywords = value.split(",");
            if (keywords.length > MOST_KEYWORDS) {
                throw new BadParameter("keywords", value, "up to " + MOST_KEYWORDS + " keywords");
            }
            for (String keyword : keywords) {
                if (!keyword.isBlank()) {
                    terms.add("kw:" + quoted(keyword));
                }
            }
        });
    }

    private void set(UnaryOperator<String> setCode) {
        given("set_id").ifPresent(value -> {
            String code = setCode.apply(Parameters.uuid("set_id", value).toString());
            // a set that there is not has no cards
            terms.add(code.isEmpty() ? "mv<0" : "e:" + code);
        });
    }

    private Optional<String> given(String name) {
        Optional<String> value = parameters.text(name).map(String::strip).filter(text -> !text.isEmpty());
        value.filter(text -> text.length() > LONGEST).ifPresent(text -> {
            throw new BadParameter(name, text, "a text of up to " + LONGEST + " characters");
        });
        return value;
    }
}
