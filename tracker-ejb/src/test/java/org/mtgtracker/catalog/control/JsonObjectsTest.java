package org.mtgtracker.catalog.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mtgtracker.catalog.CardText.card;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtgtracker.catalog.CardText;

class JsonObjectsTest {
    private static final String ONE = "{\"a\":\"}]\\\"\\\\\",\"b\":[{\"c\":1}]}";
    private static final String TWO = "{\"n\":\"Æther, Jötun\",\"x\":1.50}";

    @Test
    void an_array_gives_its_objects_as_they_came() throws IOException {
        assertThat(objects("[" + ONE + "," + TWO + "]")).containsExactly(ONE, TWO);
    }

    @Test
    void lines_give_their_objects_as_they_came() throws IOException {
        assertThat(objects(ONE + "\n" + TWO + "\r\n\n")).containsExactly(ONE, TWO);
    }

    @Test
    void a_byte_order_mark_and_white_space_do_not_matter() throws IOException {
        assertThat(objects("\uFEFF \n[\n " + ONE + "\n ,\n" + TWO + "\n]\n")).containsExactly(ONE, TWO);
        assertThat(objects("\uFEFF" + ONE)).containsExactly(ONE);
    }

    @Test
    void gzip_is_known_by_its_bytes() throws IOException {
        assertThat(objects(gzip((ONE + "\n" + TWO).getBytes(UTF_8)))).containsExactly(ONE, TWO);
    }

    @Test
    void gzip_in_several_members_is_read_to_the_end() throws IOException {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        members.write(gzip((ONE + "\n").getBytes(UTF_8)));
        members.write(gzip(TWO.getBytes(UTF_8)));
        assertThat(objects(members.toByteArray())).containsExactly(ONE, TWO);
    }

    @Test
    void white_space_between_tokens_is_taken_out_and_that_in_strings_stays() throws IOException {
        String spread = "{\n  \"a b\" : \"c  \\\" d\" ,\t\"e\" : [ 1 , 2 ]\r\n}";
        try (JsonObjects objects = JsonObjects.in(stream(spread.getBytes(UTF_8)), "test")) {
            objects.next();
            JsonObject object = objects.object();
            object.compact();
            assertThat(new String(object.bytes(), UTF_8)).isEqualTo("{\"a b\":\"c  \\\" d\",\"e\":[1,2]}");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 4096})
    void it_does_not_matter_in_which_pieces_the_bytes_arrive(int piece) throws IOException {
        List<String> cards = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            cards.add(card(i).with("text", "\"" + "\\\\ü\\\" ".repeat(i % 50) + "\"")
                    .toString());
        }
        byte[] bytes = ("[" + String.join(", ", cards) + "]").getBytes(UTF_8);
        InputStream pieces = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, piece));
            }
        };
        assertThat(objects(pieces)).isEqualTo(cards);
    }

    @Test
    void an_object_larger_than_the_buffer_is_read_whole() throws IOException {
        String large = "{\"a\":\"" + "x".repeat(500_000) + "\"}";
        assertThat(objects("[" + ONE + "," + large + "," + TWO + "]")).containsExactly(ONE, large, TWO);
    }

    @Test
    void an_endless_object_is_refused_before_it_fills_the_memory() {
        InputStream endless = new InputStream() {
            private final String beginning = "{\"a\":\"";
            private int at;

            @Override
            public int read() {
                return at < beginning.length() ? beginning.charAt(at++) : 'x';
            }
        };
        assertThatThrownBy(() -> objects(endless))
                .isInstanceOf(BrokenCatalogue.class)
                .hasMessageContaining("card object 1")
                .hasMessageContaining("longer than 1048576 bytes");
    }

    @Test
    void what_stands_between_objects_must_be_a_comma() {
        assertThatThrownBy(() -> objects("[" + ONE + "\n" + TWO + "]"))
                .isInstanceOf(BrokenCatalogue.class)
                .hasMessageContaining("card object 2 (line 2, byte " + (ONE.length() + 2) + " ")
                .hasMessageContaining("a comma must stand there");
    }

    @Test
    void an_array_without_end_is_refused() {
        assertThatThrownBy(() -> objects("[" + ONE + "," + TWO))
                .isInstanceOf(BrokenCatalogue.class)
                .hasMessageContaining("before the closing ]");
    }

    @Test
    void text_behind_the_array_is_refused() {
        assertThatThrownBy(() -> objects("[" + ONE + "] [" + TWO + "]"))
                .isInstanceOf(BrokenCatalogue.class)
                .hasMessageContaining("text behind the closing ]");
    }

    @Test
    void values_that_are_no_objects_are_refused() {
        assertThatThrownBy(() -> objects("[1,2,3]"))
                .isInstanceOf(BrokenCatalogue.class)
                .hasMessageContaining("card object 1 ")
                .hasMessageContaining("a card object begins with {");
    }

    @Test
    void a_lost_quote_is_found_where_it_is() {
        String broken = card(2).toString().replace("\"Card 2\"", "\"Card 2");
        assertThatThrownBy(() -> objects(CardText.array(card(1), broken, card(3))))
                .isInstanceOf(BrokenObject.class)
                .hasMessageContaining("card object 2 (line 3, ")
                .hasMessageContaining("id " + CardText.id(2))
                .hasMessageContaining("not valid JSON");
    }

    @Test
    void behind_a_broken_object_reading_goes_on_at_the_next_line() throws IOException {
        String lost = "{\"a\":\"lost quote}";
        String endless = "{\"a\":\"" + "x".repeat(JsonObjects.LONGEST_CARD + 10) + "\"}";
        assertThat(around(CardText.lines(ONE, lost, TWO))).containsExactly(ONE, "broken 2", TWO);
        assertThat(around(CardText.array(ONE, lost, TWO))).containsExactly(ONE, "broken 2", TWO);
        assertThat(around(CardText.array(ONE, "garbage", TWO))).containsExactly(ONE, "broken 2", TWO);
        assertThat(around(CardText.array(ONE, endless, TWO))).containsExactly(ONE, "broken 2", TWO);
        assertThat(around(CardText.array(ONE, TWO, lost))).containsExactly(ONE, TWO, "broken 3");
        assertThat(around(CardText.lines(ONE, TWO, "garbage"))).containsExactly(ONE, TWO, "broken 3");
        assertThat(around("[" + ONE + "\n" + TWO + "\n,\n" + TWO + "]")).containsExactly(ONE, "broken 2", TWO);
    }

    private static List<String> around(String text) throws IOException {
        List<String> found = new ArrayList<>();
        try (JsonObjects objects = JsonObjects.in(stream(text.getBytes(UTF_8)), "test")) {
            while (true) {
                try {
                    if (!objects.next()) {
                        return found;
                    }
                    found.add(new String(objects.object().bytes(), UTF_8));
                } catch (BrokenObject e) {
                    found.add("broken " + e.problem().number());
                }
            }
        }
    }

    @Test
    void what_unpacks_to_far_more_than_cards_do_is_refused() throws IOException {
        byte[] blanks = new byte[1 << 20];
        Arrays.fill(blanks, (byte) ' ');
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bomb)) {
            for (int i = 0; i < 300; i++) {
                out.write(blanks);
            }
        }
        assertThatThrownBy(() -> objects(bomb.toByteArray()))
                .isInstanceOf(BrokenCatalogue.class)
                .hasMessageContaining("unpacks to more than 150 times its size");
    }

    @Test
    void an_object_cut_off_by_the_end_is_named() {
        assertThatThrownBy(() -> objects(card(1) + "\n" + card(2).toString().substring(0, 100)))
                .isInstanceOf(BrokenCatalogue.class)
                .hasMessageContaining("card object 2 (line 2, ")
                .hasMessageContaining("the text ends in the middle of it");
    }

    @Test
    void truncated_gzip_says_how_far_it_came() {
        byte[] packed =
                gzip(CardText.lines(card(1), card(2), card(3)).repeat(1000).getBytes(UTF_8));
        byte[] half = Arrays.copyOf(packed, packed.length / 2);
        assertThatThrownBy(() -> objects(half))
                .isInstanceOf(BrokenCatalogue.class)
                .hasMessageContaining("card object")
                .hasMessageContaining("truncated");
        assertThatThrownBy(() -> objects(Arrays.copyOf(packed, 5)))
                .isInstanceOf(BrokenCatalogue.class)
                .hasMessageContaining("truncated");
    }

    @Test
    void damaged_gzip_is_said_to_be() {
        byte[] packed =
                gzip(CardText.lines(card(1), card(2), card(3)).repeat(1000).getBytes(UTF_8));
        packed[packed.length - 8]++; // the checksum (RFC 1952)
        assertThatThrownBy(() -> objects(packed))
                .isInstanceOf(BrokenCatalogue.class)
                .hasMessageContaining("gzip'd data is damaged");
    }

    private static List<String> objects(String text) throws IOException {
        return objects(text.getBytes(UTF_8));
    }

    private static List<String> objects(byte[] bytes) throws IOException {
        return objects(stream(bytes));
    }

    private static List<String> objects(InputStream stream) throws IOException {
        List<String> found = new ArrayList<>();
        try (JsonObjects objects = JsonObjects.in(stream, "test")) {
            while (objects.next()) {
                JsonObject object = objects.object();
                String text = new String(object.bytes(), UTF_8);
                if (text.contains("\"card\"")) {
                    try {
                        CardReader.read(object.bytes(), 0, object.bytes().length);
                    } catch (BrokenCard e) {
                        throw new BrokenObject(object.problem(e));
                    }
                }
                found.add(text);
            }
        }
        return found;
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return packed.toByteArray();
    }
}
