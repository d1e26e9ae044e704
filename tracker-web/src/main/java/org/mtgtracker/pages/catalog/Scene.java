package org.mtgtracker.pages.catalog;

import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** The landscape or figure on a drawn card: always the same for the same card, and in the manner of its type. */
final class Scene {
    static final int WIDTH = 416;
    static final int HEIGHT = 264;

    private final Random dice;
    private final Frame frame;
    private final StringBuilder svg = new StringBuilder();

    private Scene(UUID id, Frame frame) {
        this.dice = new Random(id.getMostSignificantBits() ^ id.getLeastSignificantBits());
        this.frame = frame;
    }

    /** The picture of a card, {@value #WIDTH} by {@value #HEIGHT}. */
    static String of(UUID id, String typeLine, Frame frame) {
        Scene scene = new Scene(id, frame);
        scene.sky();
        scene.subject(typeLine);
        return scene.svg.toString();
    }

    private void sky() {
        add("<rect width=\"%d\" height=\"%d\" fill=\"%s\"/>", WIDTH, HEIGHT, frame.pale());
        add("<rect width=\"%d\" height=\"%d\" fill=\"url(#sky)\"/>", WIDTH, HEIGHT);
        int radius = 24 + dice.nextInt(34);
        add(
                "<circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"#fff9e8\" opacity=\".8\"/>",
                60 + dice.nextInt(300), 50 + dice.nextInt(60), radius);
    }

    private void subject(String typeLine) {
        if (typeLine.contains("Land")) {
            ridges(4, 0.35);
        } else if (typeLine.contains("Creature")) {
            ridges(2, 0.6);
            creature();
        } else if (typeLine.contains("Artifact")) {
            ridges(1, 0.8);
            wheel();
        } else if (typeLine.contains("Enchantment")) {
            ridges(1, 0.85);
            rings();
        } else if (typeLine.contains("Planeswalker")) {
            ridges(3, 0.55);
            rings();
        } else {
            ridges(1, 0.85);
            burst();
        }
    }

    /** Chains of hills, the nearer the darker. */
    private void ridges(int count, double top) {
        for (int ridge = 0; ridge < count; ridge++) {
            double base = HEIGHT * (top + (1 - top) * ridge / count);
            StringBuilder path = new StringBuilder("M0 " + HEIGHT);
            int step = 26;
            for (int x = 0; x <= WIDTH + step; x += step) {
                path.append(String.format(Locale.ROOT, "L%d %.0f", x, base + dice.nextDouble() * 46 - 23));
            }
            add(
                    "<path d=\"%sL%d %dz\" fill=\"%s\" opacity=\"%s\"/>",
                    path, WIDTH, HEIGHT, frame.deep(), CardPicture.number(0.45 + 0.5 * (ridge + 1) / count));
        }
    }

    /** A body of ellipses with horns, ears or a crest, and two eyes. */
    private void creature() {
        int x = 150 + dice.nextInt(116);
        int wide = 46 + dice.nextInt(34);
        int high = 58 + dice.nextInt(30);
        int spikes = 2 + dice.nextInt(4);
        for (int spike = 0; spike < spikes; spike++) {
            double lean = (spike - (spikes - 1) / 2.0) * 0.55;
            double tip = x + lean * wide * 1.5;
            add(
                    "<path d=\"M%.0f %dL%.0f %dL%.0f %dz\" fill=\"%s\"/>",
                    x + lean * wide - 12,
                    150,
                    tip,
                    150 - high - dice.nextInt(30),
                    x + lean * wide + 12,
                    150,
                    frame.ink());
        }
        add("<ellipse cx=\"%d\" cy=\"236\" rx=\"%d\" ry=\"92\" fill=\"%s\"/>", x, wide + 34, frame.ink());
        add("<ellipse cx=\"%d\" cy=\"146\" rx=\"%d\" ry=\"%d\" fill=\"%s\"/>", x, wide, high - 14, frame.ink());
        int apart = 14 + dice.nextInt(12);
        for (int side = -1; side <= 1; side += 2) {
            add(
                    "<circle cx=\"%d\" cy=\"138\" r=\"%d\" fill=\"%s\"/>",
                    x + side * apart, 5 + dice.nextInt(3), frame.glow());
        }
    }

    private void wheel() {
        int x = 150 + dice.nextInt(116);
        int teeth = 8 + dice.nextInt(8);
        for (int tooth = 0; tooth < teeth; tooth++) {
            add(
                    "<rect x=\"%d\" y=\"46\" width=\"18\" height=\"30\" fill=\"%s\" transform=\"rotate(%d %d 134)\"/>",
                    x - 9, frame.ink(), 360 * tooth / teeth, x);
        }
        add("<circle cx=\"%d\" cy=\"134\" r=\"70\" fill=\"%s\"/>", x, frame.ink());
        add("<circle cx=\"%d\" cy=\"134\" r=\"%d\" fill=\"%s\"/>", x, 34 + dice.nextInt(18), frame.pale());
        add("<circle cx=\"%d\" cy=\"134\" r=\"%d\" fill=\"%s\"/>", x, 8 + dice.nextInt(14), frame.glow());
    }

    private void rings() {
        int x = 208;
        int turns = 3 + dice.nextInt(4);
        for (int turn = 0; turn < turns; turn++) {
            double angle = Math.PI * 2 * turn / turns;
            add(
                    "<circle cx=\"%.0f\" cy=\"%.0f\" r=\"%d\" fill=\"none\" stroke=\"%s\" stroke-width=\"5\"/>",
                    x + 42 * Math.cos(angle), 132 + 42 * Math.sin(angle), 44 + dice.nextInt(20), frame.ink());
        }
        add("<circle cx=\"%d\" cy=\"132\" r=\"%d\" fill=\"%s\"/>", x, 10 + dice.nextInt(16), frame.glow());
    }

    private void burst() {
        int x = 150 + dice.nextInt(116);
        int rays = 9 + dice.nextInt(9);
        for (int ray = 0; ray < rays; ray++) {
            add(
                    "<path d=\"M%d 132l-9 0L%d %dL%d 132z\" fill=\"%s\" opacity=\".85\" transform=\"rotate(%d %d 132)\"/>",
                    x, x, 132 - 70 - dice.nextInt(80), x + 9, frame.ink(), 360 * ray / rays, x);
        }
        add("<circle cx=\"%d\" cy=\"132\" r=\"%d\" fill=\"%s\"/>", x, 22 + dice.nextInt(14), frame.glow());
    }

    private void add(String form, Object... values) {
        svg.append(String.format(Locale.ROOT, form, values));
    }
}
