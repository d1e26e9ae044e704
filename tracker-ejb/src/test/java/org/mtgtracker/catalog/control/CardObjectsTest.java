package org.mtgtracker.catalog.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mtgtracker.catalog.CardText;

class CardObjectsTest {
    private static final int MANY = 2_500;

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final List<String> handedOut = new ArrayList<>();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void cards_come_in_the_order_of_the_file_whoever_reads_them() throws IOException {
        read(stream(lines(0, MANY)));

        assertThat(handedOut)
                .isEqualTo(IntStream.range(0, MANY)
                        .mapToObj(i -> CardText.id(i).toString())
                        .toList());
    }

    @Test
    void a_broken_object_stands_where_it_stood() throws IOException {
        read(stream(lines(0, 700) + "{\"id\": 7}\n{\"id\"}\n" + lines(700, 1400)));

        assertThat(handedOut).hasSize(1402);
        assertThat(handedOut.subList(700, 702)).containsExactly("broken 701", "broken 702");
        assertThat(handedOut.get(702)).isEqualTo(CardText.id(700).toString());
    }

    @Test
    void white_space_is_taken_out_and_bytes_that_are_no_text_are_found_where_they_are() throws IOException {
        byte[] odd =
                (card(1).replace("{\"", "{ \"") + "\n" + CardText.card(2).with("note", "\"unread\"")).getBytes(UTF_8);
        int at = new String(odd, UTF_8).lastIndexOf("unread") + 1;
        // half a surrogate pair, which the JSON parser passes over
        odd[at] = (byte) 0xed;
        odd[at + 1] = (byte) 0xa0;
        odd[at + 2] = (byte) 0x80;

        CardObjects objects =
                new CardObjects(JsonObjects.in(new ByteArrayInputStream(odd), "test"), threads, any -> -1);

        ReadObject.Card first = (ReadObject.Card) objects.next().orElseThrow();
        assertThat(new String(first.object().bytes(), UTF_8)).isEqualTo(card(1));
        ReadObject.Broken second = (ReadObject.Broken) objects.next().orElseThrow();
        assertThat(second.problem().offset()).isEqualTo(at);
        assertThat(objects.next()).isEmpty();
        assertThat(objects.next()).isEmpty();
    }

    @Test
    void what_is_known_with_the_same_content_is_not_read_further() throws IOException {
        ContentHash known = hash(card(2));
        String text = card(1) + "\n" + card(2) + "\n" + card(2).replace("{\"", "{ \"");

        CardObjects objects =
                new CardObjects(JsonObjects.in(stream(text), "test"), threads, hash -> hash.equals(known) ? 5 : -1);

        assertThat(objects.next().orElseThrow()).isInstanceOf(ReadObject.Card.class);
        ReadObject.Same same = (ReadObject.Same) objects.next().orElseThrow();
        assertThat(same.place()).isEqualTo(5);
        assertThat(same.hash()).isEqualTo(known);
        // only what is stored has no white space: whether this is valid JSON is not known yet
        ReadObject.Card blank = (ReadObject.Card) objects.next().orElseThrow();
        assertThat(blank.hash()).isEqualTo(known);
    }

    @Test
    void a_file_that_ends_early_gives_what_it_has_first() {
        String cut = "[" + lines(0, 900).strip().replace("\n", ",\n");

        assertThatThrownBy(() -> read(stream(cut)))
                .isInstanceOf(BrokenCatalogue.class)
                .hasMessageContaining("closing ]");
        assertThat(handedOut).hasSize(900);
    }

    @Test
    void a_source_that_stops_answering_gives_what_it_has_first() {
        InputStream silent = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                throw new IOException("The line is dead");
            }
        };

        assertThatThrownBy(() -> read(new SequenceInputStream(stream(lines(0, 900)), silent)))
                .isInstanceOf(IOException.class)
                .hasMessage("The line is dead");
        assertThat(handedOut).hasSize(900);
    }

    private void read(InputStream in) throws IOException {
        CardObjects objects = new CardObjects(JsonObjects.in(in, "test"), threads, any -> -1);
        for (Optional<ReadObject> next = objects.next(); next.isPresent(); next = objects.next()) {
            handedOut.add(
                    next.get() instanceof ReadObject.Card card
                            ? card.columns().id().toString()
                            : "broken "
                                    + ((ReadObject.Broken) next.get()).problem().number());
        }
    }

    private static ContentHash hash(String json) {
        return new ContentHash.Digest().of(json.getBytes(UTF_8), 0, json.getBytes(UTF_8).length);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static String lines(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> card(i) + "\n").collect(Collectors.joining());
    }

    private static String card(int i) {
        return CardText.card(i).toString();
    }
}
