package org.mtgtracker.trending.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.mtgtracker.trending.boundary.SetMover;

/**
 * Packs lists into bytes, some eight for a mover: numbers take seven bits a byte, the lowest first; places are told as
 * steps from one to the next, and days as steps back from the newest.
 */
final class TrendBytes {
    private static final int SEVEN = 7;
    private static final int LOW = 0x7F;
    private static final int MORE = 0x80;
    private static final int CARD_BYTES = Integer.BYTES + 2 * Long.BYTES;

    private TrendBytes() {}

    static byte[] pack(CardPlaces cards) {
        ByteBuffer bytes = ByteBuffer.allocate(cards.size() * CARD_BYTES);
        for (int place = 0; place < cards.size(); place++) {
            UUID id = cards.id(place);
            bytes.putInt(cards.number(place))
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits());
        }
        return bytes.array();
    }

    static CardPlaces cards(byte[] packed) {
        CardPlaces.Builder cards = new CardPlaces.Builder();
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        while (bytes.hasRemaining()) {
            cards.add(bytes.getInt(), new UUID(bytes.getLong(), bytes.getLong()));
        }
        return cards.build();
    }

    static byte[] pack(Trends.Listed list, int newestDay) {
        Writer out = new Writer();
        Movers movers = list.movers();
        out.number(movers.size());
        int before = 0;
        for (int i = 0; i < movers.size(); i++) {
            out.number(movers.place(i) - before);
            out.number(movers.old(i));
            out.number(movers.now(i));
            out.number(newestDay - movers.oldDay(i));
            out.number(newestDay - movers.nowDay(i));
            before = movers.place(i);
        }
        out.number(list.sets().size());
        for (SetMover set : list.sets()) {
            out.text(set.code());
            out.number(set.cards());
            out.number(set.oldCents());
            out.number(set.nowCents());
        }
        return out.bytes();
    }

    static Trends.Listed list(byte[] packed, int newestDay, int stale) {
        Reader in = new Reader(packed);
        Movers.Builder movers = new Movers.Builder();
        int place = 0;
        for (long left = in.number(); left > 0; left--) {
            place += (int) in.number();
            int old = (int) in.number();
            int now = (int) in.number();
            int oldDay = newestDay - (int) in.number();
            movers.add(place, old, now, oldDay, newestDay - (int) in.number());
        }
        List<SetMover> sets = new ArrayList<>();
        for (long left = in.number(); left > 0; left--) {
            sets.add(new SetMover(in.text(), (int) in.number(), in.number(), in.number()));
        }
        return new Trends.Listed(movers.build(stale), sets);
    }

    private static final class Writer {
        private static final int FIRST_SIZE = 1 << 12;

        private byte[] bytes = new byte[FIRST_SIZE];
        private int size;

        void number(long value) {
            if (value < 0) {
                throw new IllegalArgumentException(value + " is negative");
            }
            long rest = value;
            while (rest > LOW) {
                put((byte) (rest & LOW | MORE));
                rest >>>= SEVEN;
            }
            put((byte) rest);
        }

        void text(String text) {
            byte[] utf8 = text.getBytes(UTF_8);
            number(utf8.length);
            for (byte one : utf8) {
                put(one);
            }
        }

        byte[] bytes() {
            return Arrays.copyOf(bytes, size);
        }

        private void put(byte one) {
            if (size == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * size);
            }
            bytes[size++] = one;
        }
    }

    private static final class Reader {
        private final ByteBuffer bytes;

        Reader(byte[] packed) {
            bytes = ByteBuffer.wrap(packed);
        }

        long number() {
            long value = 0;
            int shift = 0;
            byte one;
            do {
                one = bytes.get();
                value |= (long) (one & LOW) << shift;
                shift += SEVEN;
            } while (one < 0);
            return value;
        }

        String text() {
            byte[] utf8 = new byte[(int) number()];
            bytes.get(utf8);
            return new String(utf8, UTF_8);
        }
    }
}
