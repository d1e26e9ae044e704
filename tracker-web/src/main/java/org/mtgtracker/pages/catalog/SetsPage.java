package org.mtgtracker.pages.catalog;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mtgtracker.pages.site.Choice;
import org.mtgtracker.pages.site.Exchange;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.search.boundary.IndexNotReady;

/** All sets, by years: {@code /sets}. */
@Named
@RequestScoped
public class SetsPage {
    private final SetShelf shelf;
    private final Exchange exchange;
    private List<SetView> all = List.of();
    private List<Year> years = List.of();
    private String words = "";
    private String type = "";
    private String problem = "";
    private int shown;

    /** The sets of a year. */
    public static final class Year {
        private final String name;
        private final List<SetView> sets;

        Year(String name, List<SetView> sets) {
            this.name = requireNonNull(name, "name is null");
            this.sets = List.copyOf(sets);
        }

        public String getName() {
            return name;
        }

        public List<SetView> getSets() {
            return sets;
        }
    }

    @Inject
    public SetsPage(SetShelf shelf, Exchange exchange) {
        this.shelf = requireNonNull(shelf, "shelf is null");
        this.exchange = requireNonNull(exchange, "exchange is null");
    }

    /** For the container's proxy. */
    protected SetsPage() {
        shelf = null;
        exchange = null;
    }

    public void load() {
        words = exchange.parameter("q").orElse("").strip();
        type = exchange.parameter("type").orElse("").strip();
        try {
            all = shelf.sets();
        } catch (DatabaseUnavailable | IndexNotReady e) {
            exchange.status(503);
            problem = "The sets cannot be read at the moment. Please try again in a minute.";
        }
        String wanted = folded(words);
        Map<String, List<SetView>> byYear = new LinkedHashMap<>();
        for (SetView set : all) {
            boolean named = wanted.isEmpty()
                    || folded(set.getName()).contains(wanted)
                    || set.getCode().equals(wanted);
            if (named && (type.isEmpty() || set.getType().equals(type))) {
                byYear.computeIfAbsent(set.getYear(), year -> new ArrayList<>()).add(set);
                shown++;
            }
        }
        years = byYear.entrySet().stream()
                .map(year -> new Year(year.getKey(), year.getValue()))
                .toList();
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    public List<Year> getYears() {
        return years;
    }

    public String getWords() {
        return words;
    }

    public String getProblem() {
        return problem;
    }

    /** {@code 435 sets}, or how many of them. */
    public String getTotal() {
        return shown == all.size()
                ? String.format(Locale.ENGLISH, "%,d sets", shown)
                : String.format(Locale.ENGLISH, "%,d of %,d sets", shown, all.size());
    }

    /** The kinds of sets that there are. */
    public List<Choice> getTypes() {
        List<Choice> types = new ArrayList<>();
        types.add(new Choice("", "Every kind", "", type.isEmpty()));
        all.stream()
                .map(SetView::getType)
                .filter(one -> !one.isEmpty())
                .distinct()
                .sorted()
                .forEach(one -> types.add(new Choice(one, SetView.kind(one), "", one.equals(type))));
        return types;
    }
}
