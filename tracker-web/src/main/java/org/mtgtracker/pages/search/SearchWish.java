package org.mtgtracker.pages.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mtgtracker.pages.site.Address;
import org.mtgtracker.pages.site.Exchange;
import org.mtgtracker.search.boundary.Direction;
import org.mtgtracker.search.boundary.Order;
import org.mtgtracker.search.boundary.SearchOptions;
import org.mtgtracker.search.boundary.Unique;

/**
 * What a search page is asked to show, all of it in its address.
 *
 * @param size how many cards a page has
 * @param page which page, from 1
 * @param complaints sentences about what the address asks for and cannot have
 */
record SearchWish(
        String words,
        Unique unique,
        Order order,
        Direction direction,
        boolean extras,
        Display display,
        int size,
        int page,
        List<String> complaints) {
    static final List<Integer> SIZES = List.of(30, 60, 120, 240);
    static final int USUAL_SIZE = 60;
    private static final int LAST_PAGE = 1_000_000;

    /** How the cards are shown. */
    enum Display {
        GRID,
        LIST;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Optional<Display> of(String word) {
            return Arrays.stream(values())
                    .filter(one -> one.word().equals(word))
                    .findFirst();
        }
    }

    static SearchWish of(String words, Exchange exchange) {
        Reader reader = new Reader(exchange);
        return new SearchWish(
                words,
                reader.one("unique", Unique::of, Unique.CARDS, List.of(Unique.values()), Unique::word),
                reader.one("order", Order::of, Order.NAME, List.of(Order.values()), Order::word),
                reader.one("dir", Direction::of, Direction.AUTO, List.of(Direction.values()), Direction::word),
                exchange.parameter("extras").filter("true"::equals).isPresent(),
                reader.one("as", Display::of, Display.GRID, List.of(Display.values()), Display::word),
                reader.one("size", SearchWish::size, USUAL_SIZE, SIZES, size -> Integer.toString(size)),
                reader.page(),
                reader.complaints);
    }

    private static Optional<Integer> size(String text) {
        return SIZES.stream()
                .filter(size -> Integer.toString(size).equals(text))
                .findFirst();
    }

    /** Reads the parameters; what is not allowed is said, and the usual taken. */
    private static final class Reader {
        private final Exchange exchange;
        private final List<String> complaints = new ArrayList<>();

        Reader(Exchange exchange) {
            this.exchange = exchange;
        }

        <T> T one(String name, Function<String, Optional<T>> of, T usual, List<T> allowed, Function<T, String> word) {
            String text = exchange.parameter(name).orElse("").strip();
            if (text.isEmpty()) {
                return usual;
            }
            return of.apply(text).orElseGet(() -> {
                complaints.add("The address asks for " + name + "=" + shortened(text) + "; there is "
                        + allowed.stream().map(word).collect(Collectors.joining(", ")) + ". Shown is "
                        + word.apply(usual) + ".");
                return usual;
            });
        }

        int page() {
            String text = exchange.parameter("page").orElse("").strip();
            if (text.isEmpty()) {
                return 1;
            }
            if (text.matches("\\d{1,7}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= LAST_PAGE) {
                return Integer.parseInt(text);
            }
            complaints.add("The address asks for page " + shortened(text) + "; pages are counted from 1.");
            return 1;
        }

        private static String shortened(String text) {
            return text.length() <= 40 ? text : text.substring(0, 40) + "…";
        }
    }

    SearchOptions options() {
        return SearchOptions.of(words)
                .unique(unique)
                .order(order, direction)
                .withExtras(extras)
                .limit(size)
                .page(page);
    }

    /** The address that shows the same search, and another of its pages. */
    String address(int number) {
        return Address.of("/search")
                .with("q", words)
                .with("unique", unique.word(), Unique.CARDS.word())
                .with("order", order.word(), Order.NAME.word())
                .with("dir", direction.word(), Direction.AUTO.word())
                .with("extras", Boolean.toString(extras), "false")
                .with("as", display.word(), Display.GRID.word())
                .with("size", Integer.toString(size), Integer.toString(USUAL_SIZE))
                .with("page", Integer.toString(number), "1")
                .toString();
    }

    /** The address of the first page of the same search, shown in that way. */
    String as(Display other) {
        return new SearchWish(words, unique, order, direction, extras, other, size, page, complaints).address(page);
    }
}
