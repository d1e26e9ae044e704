package org.mtgtracker.pages.search;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.mtgtracker.pages.catalog.SetShelf;
import org.mtgtracker.pages.catalog.SetView;
import org.mtgtracker.pages.site.Address;
import org.mtgtracker.pages.site.Choice;
import org.mtgtracker.pages.site.Exchange;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.search.boundary.IndexNotReady;

/**
 * Puts a search together for people who do not know the language: {@code /build} with what they chose shows what that is
 * in the language; with {@code go} it goes on to the results.
 */
@Named
@RequestScoped
public class BuildPage {
    private static final int SETS_OFFERED = 2000;
    private static final List<String> COLOURS = List.of("w", "u", "b", "r", "g", "c");
    private static final List<String> COLOUR_NAMES = List.of("White", "Blue", "Black", "Red", "Green", "None");
    private static final List<String> RARITIES = List.of("common", "uncommon", "rare", "mythic", "special", "bonus");
    private static final List<String> FORMATS = List.of(
            "standard", "pioneer", "modern", "legacy", "vintage", "pauper", "commander", "brawl", "historic", "penny");
    /** What {@code is:} asks for, and how a form says it. */
    private static final Map<String, String> KINDS = kinds();

    private static final Map<String, String> FORMAT_NAMES = Map.of("penny", "Penny Dreadful");

    private final SetShelf shelf;
    private final Exchange exchange;
    private String query = "";

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("commander", "can be a commander");
        kinds.put("vanilla", "creature without text");
        kinds.put("historic", "historic");
        kinds.put("modal", "has modes to choose from");
        kinds.put("reprint", "printed before");
        kinds.put("unique", "printed once only");
        kinds.put("foil", "comes as foil");
        kinds.put("full", "full art");
        kinds.put("promo", "promotional");
        kinds.put("reserved", "on the Reserved List");
        return kinds;
    }

    @Inject
    public BuildPage(SetShelf shelf, Exchange exchange) {
        this.shelf = requireNonNull(shelf, "shelf is null");
        this.exchange = requireNonNull(exchange, "exchange is null");
    }

    /** For the container's proxy. */
    protected BuildPage() {
        shelf = null;
        exchange = null;
    }

    public void load() {
        query = new QueryWriter()
                .words("", of("name"))
                .words("t", of("type"))
                .phrase("o", of("text"))
                .colours("c", of("colours-how"), exchange.parameters("c"))
                .colours("id", "<=", exchange.parameters("id"))
                .mana(of("mana"))
                .number("mv", of("mv-how"), of("mv"))
                .number("pow", of("pow-how"), of("pow"))
                .number("tou", of("tou-how"), of("tou"))
                .oneOf("r", exchange.parameters("r"))
                .oneOf("set", exchange.parameters("set"))
                .oneOf("f", exchange.parameters("f"))
                .oneOf("is", exchange.parameters("is"))
                .number("usd", of("usd-how"), of("usd"))
                .phrase("a", of("artist"))
                .phrase("ft", of("flavor"))
                .toString();
        if (exchange.parameter("go").isPresent() && !query.isEmpty()) {
            exchange.redirect(Address.of("/search").with("q", query).toString());
        }
    }

    private String of(String name) {
        return exchange.parameter(name).orElse("");
    }

    /** The search in the language; empty when nothing was chosen. */
    public String getQuery() {
        return query;
    }

    /** True when somebody wants to go on and has chosen nothing. */
    public boolean isNothingChosen() {
        return query.isEmpty() && exchange.parameter("go").isPresent();
    }

    public String getName() {
        return of("name");
    }

    public String getType() {
        return of("type");
    }

    public String getText() {
        return of("text");
    }

    public String getMana() {
        return of("mana");
    }

    public String getManaValue() {
        return of("mv");
    }

    public String getPower() {
        return of("pow");
    }

    public String getToughness() {
        return of("tou");
    }

    public String getUsd() {
        return of("usd");
    }

    public String getArtist() {
        return of("artist");
    }

    public String getFlavor() {
        return of("flavor");
    }

    public List<Choice> getColours() {
        return colours("c");
    }

    public List<Choice> getIdentity() {
        return colours("id");
    }

    private List<Choice> colours(String parameter) {
        List<Choice> choices = new ArrayList<>();
        for (int at = 0; at < COLOURS.size(); at++) {
            String letter = COLOURS.get(at);
            choices.add(new Choice(
                    letter,
                    COLOUR_NAMES.get(at),
                    "",
                    exchange.parameters(parameter).contains(letter)));
        }
        return choices;
    }

    public List<Choice> getColoursHow() {
        return choices(
                "colours-how", List.of(">=", "=", "<="), List.of("at least these", "exactly these", "at most these"));
    }

    public List<Choice> getManaValueHow() {
        return comparisons("mv-how");
    }

    public List<Choice> getPowerHow() {
        return comparisons("pow-how");
    }

    public List<Choice> getToughnessHow() {
        return comparisons("tou-how");
    }

    public List<Choice> getUsdHow() {
        return choices("usd-how", List.of("<=", ">="), List.of("at most", "at least"));
    }

    private List<Choice> comparisons(String parameter) {
        return choices(parameter, List.of("=", "<=", ">=", "!="), List.of("is", "at most", "at least", "is not"));
    }

    private List<Choice> choices(String parameter, List<String> values, List<String> labels) {
        List<Choice> choices = new ArrayList<>();
        for (int at = 0; at < values.size(); at++) {
            choices.add(new Choice(
                    values.get(at), labels.get(at), "", values.get(at).equals(of(parameter))));
        }
        return choices;
    }

    public List<Choice> getRarities() {
        return ticks("r", RARITIES, rarity -> rarity);
    }

    public List<Choice> getKinds() {
        return ticks("is", List.copyOf(KINDS.keySet()), KINDS::get);
    }

    private List<Choice> ticks(String parameter, List<String> values, UnaryOperator<String> label) {
        return values.stream()
                .map(value -> new Choice(
                        value,
                        label.apply(value),
                        "",
                        exchange.parameters(parameter).contains(value)))
                .toList();
    }

    public List<Choice> getFormats() {
        List<Choice> formats = new ArrayList<>();
        formats.add(new Choice("", "Any format", "", of("f").isEmpty()));
        formats.addAll(ticks(
                "f",
                FORMATS,
                format -> FORMAT_NAMES.getOrDefault(
                        format, format.substring(0, 1).toUpperCase(Locale.ROOT) + format.substring(1))));
        return formats;
    }

    /** The sets, the newest first; only the choice of none when they cannot be read now. */
    public List<Choice> getSets() {
        List<Choice> sets = new ArrayList<>();
        sets.add(new Choice("", "Any set", "", of("set").isEmpty()));
        try {
            for (SetView set : shelf.sets().stream().limit(SETS_OFFERED).toList()) {
                sets.add(new Choice(
                        set.getCode(),
                        set.getName() + " (" + set.getCapitals() + ")",
                        "",
                        set.getCode().equals(of("set"))));
            }
        } catch (DatabaseUnavailable | IndexNotReady e) {
            // a set can still be typed into the search
            return sets;
        }
        return sets;
    }
}
