package org.mtgtracker.pages.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mtgtracker.catalog.boundary.CardJson;
import org.mtgtracker.pages.catalog.CardReader;
import org.mtgtracker.pages.catalog.CardView;
import org.mtgtracker.pages.site.Exchange;
import org.mtgtracker.search.boundary.BadCursor;
import org.mtgtracker.search.boundary.BadQuery;
import org.mtgtracker.search.boundary.CardSearch;
import org.mtgtracker.search.boundary.Found;
import org.mtgtracker.search.boundary.IndexNotReady;
import org.mtgtracker.search.boundary.QueryTooLong;
import org.mtgtracker.search.boundary.SearchOptions;

/**
 * The home page and the results of a search, which its address describes in full: {@code /} asks for words,
 * {@code /?q=} shows what they find, {@code cursor} names the page.
 */
@Named
@RequestScoped
public class SearchPage {
    static final int CARDS_ON_A_PAGE = 60;
    private static final int LONGEST_IN_HEADING = 80;

    private final CardSearch search;
    private final Exchange exchange;
    private boolean searching;
    private boolean first = true;
    private boolean starting;
    private String words = "";
    private String problem = "";
    private Found found = new Found(List.of(), List.of(), 0, null, List.of(), 0, Optional.empty());
    private List<CardView> cards = List.of();

    @Inject
    public SearchPage(CardSearch search, Exchange exchange) {
        this.search = requireNonNull(search, "search is null");
        this.exchange = requireNonNull(exchange, "exchange is null");
    }

    /** For the container's proxy. */
    protected SearchPage() {
        search = null;
        exchange = null;
    }

    /** Searches when the address names words; what they are is kept whatever comes of it. */
    public void load() {
        exchange.parameter("q").ifPresent(q -> {
            searching = true;
            words = q;
            search(exchange.parameter("cursor")
                    .filter(cursor -> !cursor.isEmpty())
                    .orElse(null));
        });
    }

    private void search(String cursor) {
        first = cursor == null;
        try {
            found = search.search(SearchOptions.of(words).limit(CARDS_ON_A_PAGE).after(cursor));
            List<CardView> views = new ArrayList<>(found.cards().size());
            for (int at = 0; at < found.cards().size(); at++) {
                views.add(view(found.cards().get(at), found.objects().get(at)));
            }
            cards = views;
        } catch (QueryTooLong e) {
            problem(400, e.getMessage() + " Shorten it and search again.");
        } catch (BadQuery e) {
            problem(
                    400,
                    String.join(
                            " ",
                            Stream.concat(Stream.of(e.getMessage()), e.warnings().stream())
                                    .toList()));
        } catch (BadCursor e) {
            problem(400, "The address of this page of results is damaged or belongs to another search.");
        } catch (IndexNotReady e) {
            starting = true;
            problem(503, "The search is still starting. This page tries again by itself in a few seconds.");
        }
    }

    private CardView view(UUID id, ByteBuffer object) {
        byte[] json = new byte[object.remaining()];
        object.duplicate().get(json);
        return CardReader.read(new CardJson(id, json, found.version()));
    }

    private void problem(int status, String sentence) {
        exchange.status(status);
        problem = sentence;
    }

    /** True when there are results, or the want of them, to be shown; false on the home page. */
    public boolean isSearching() {
        return searching;
    }

    /** True on the first page of results. */
    public boolean isFirst() {
        return first;
    }

    /** True when the pod has just started and the page is to be asked for again soon. */
    public boolean isStarting() {
        return starting;
    }

    /** What was typed. */
    public String getWords() {
        return words;
    }

    /** How many characters can be typed. */
    public int getLongest() {
        return CardSearch.LONGEST_QUERY;
    }

    /** A sentence about what is wrong; empty when nothing is. */
    public String getProblem() {
        return problem;
    }

    /** Sentences about words that were left out. */
    public List<String> getWarnings() {
        return found.warnings();
    }

    /** The cards of this page. */
    public List<CardView> getCards() {
        return cards;
    }

    /** How many cards match, for people: {@code 1,234 cards}. */
    public String getTotal() {
        return found.total() == 1 ? "1 card" : String.format(Locale.ENGLISH, "%,d cards", found.total());
    }

    /** The heading of the results. */
    public String getHeading() {
        String typed = words.strip();
        if (typed.isEmpty()) {
            return "All cards";
        }
        if (typed.codePointCount(0, typed.length()) > LONGEST_IN_HEADING) {
            typed = typed.substring(0, typed.offsetByCodePoints(0, LONGEST_IN_HEADING)) + "…";
        }
        return "Cards for “" + typed + "”";
    }

    /** The address of the first page of these results. */
    public String getFirstAddress() {
        return "?q=" + URLEncoder.encode(words, UTF_8);
    }

    /** The address of the page after this one; empty on the last. */
    public String getNextAddress() {
        return found.next() == null ? "" : getFirstAddress() + "&cursor=" + URLEncoder.encode(found.next(), UTF_8);
    }
}
