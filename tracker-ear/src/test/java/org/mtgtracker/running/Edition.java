package org.mtgtracker.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Two catalogues of the same made-up cards: most are in both, all under other names, and each has some that the other
 * has not. A card is known by its number; in the order of names those of one edition alone stand among the others.
 */
enum Edition {
    DAWN("Dawn", number -> number % 50 != 7),
    DUSK("Dusk", number -> number % 40 != 3);

    /** How many numbers there are. */
    static final int NUMBERS = 8_000;

    private static final String TEXT = "It burns until the end of the turn, and then it burns on. ".repeat(40);

    private final String mark;
    private final IntPredicate has;

    Edition(String mark, IntPredicate has) {
        this.mark = mark;
        this.has = has;
    }

    Edition other() {
        return this == DAWN ? DUSK : DAWN;
    }

    boolean has(int number) {
        return has.test(number);
    }

    /** How many cards it has. */
    int size() {
        return count(this::has);
    }

    /** How many cards it has that the other one has, too. */
    int shared() {
        return count(number -> has(number) && other().has(number));
    }

    private static int count(IntPredicate wanted) {
        return (int) IntStream.range(0, NUMBERS).filter(wanted).count();
    }

    /** The Scryfall id of a card, the same in both. */
    static UUID id(int number) {
        return new UUID(0x4c61_6e74_6572_4e00L, 0x8000_0000_0000_0000L | number);
    }

    /** Whether a card with this name is of this edition. */
    boolean hasNamed(String name) {
        return name.endsWith(" of " + mark);
    }

    /** The card object as it is in the file, and as it must be answered. */
    String object(int number) {
        return String.format(
                Locale.ROOT,
                "{\"object\":\"card\",\"id\":\"%s\",\"oracle_id\":\"%s\",\"name\":\"Lantern %05d of %s\",\"lang\":\"en\","
                        + "\"released_at\":\"2020-01-31\",\"layout\":\"normal\",\"cmc\":2.0,\"type_line\":\"Artifact\","
                        + "\"oracle_text\":\"%s\",\"set\":\"lan\",\"set_name\":\"Lanterns\",\"set_type\":\"expansion\","
                        + "\"collector_number\":\"%d\",\"rarity\":\"common\",\"digital\":false}",
                id(number),
                new UUID(0x4f72_6163_6c65_4e00L, 0x8000_0000_0000_0000L | number),
                number,
                mark,
                TEXT,
                number + 1);
    }

    /** Writes it as JSON Lines; answers the file. */
    Path in(Path folder) throws IOException {
        Path file = folder.resolve(name().toLowerCase(Locale.ROOT) + ".jsonl");
        try (BufferedWriter lines = Files.newBufferedWriter(file, UTF_8)) {
            for (int number = 0; number < NUMBERS; number++) {
                if (has(number)) {
                    lines.write(object(number));
                    lines.write('\n');
                }
            }
        }
        return file;
    }
}
