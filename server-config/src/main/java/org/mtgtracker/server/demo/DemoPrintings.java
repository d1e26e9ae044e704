package org.mtgtracker.server.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Lays the cards out into sets: new cards and reprints in collector's order, then special versions of some. */
final class DemoPrintings {
    private static final Comparator<OracleCard> COLLECTORS_ORDER =
            Comparator.comparingInt(DemoPrintings::group).thenComparing(OracleCard::name);
    private static final int SECOND_PICTURES = 8;
    private static final int STARS = 8;
    private static final int ETCHED = 24;
    private static final int BONUS = 8;

    private final long seed;
    private final DemoNames names = new DemoNames();
    private final RulesText rules = new RulesText();
    private final FlavorTexts flavors = new FlavorTexts(names);
    private final DemoCards cards;
    private final List<OracleCard> known = new ArrayList<>();
    private final Map<UUID, List<Printing.Art>> firstArt = new HashMap<>();
    private final List<Printing> printings = new ArrayList<>();

    private DemoPrintings(long seed) {
        this.seed = seed;
        this.cards = new DemoCards(seed, names, rules);
    }

    /** All printings, set by set. */
    static List<Printing> of(long seed) {
        DemoPrintings made = new DemoPrintings(seed);
        for (DemoSet set : DemoSets.of(seed)) {
            switch (set.type()) {
                case "token" -> made.addTokens(set);
                case "masterpiece" -> made.addMasterpieces(set);
                case "promo" -> made.addPromos(set);
                default -> made.addSet(set);
            }
        }
        return List.copyOf(made.printings);
    }

    private void addSet(DemoSet set) {
        List<OracleCard> fresh = cards.of(set);
        List<OracleCard> back = reprints(set);
        List<OracleCard> ordered = new ArrayList<>(fresh);
        ordered.addAll(back);
        ordered.sort(COLLECTORS_ORDER);
        List<OracleCard> basics = set.isMain() ? cards.basicLands(set) : List.of();
        Set<OracleCard> twice = new HashSet<>();
        if (set.frame().equals("1997")) {
            twice.addAll(some(ordered, SECOND_PICTURES, set, Rarity.COMMON));
        }
        int number = 0;
        int bonus = 0;
        for (OracleCard card : ordered) {
            number++;
            Rarity rarity = card.rarity();
            if (set.isDigital() && !fresh.contains(card) && bonus++ < BONUS) {
                rarity = Rarity.BONUS;
            }
            if (twice.contains(card)) {
                add(set, card, number + "a", rarity, Look.REGULAR);
                add(set, card, number + "b", rarity, Look.ALTERNATE);
            } else {
                add(set, card, Integer.toString(number), rarity, Look.REGULAR);
            }
        }
        for (OracleCard basic : basics) {
            add(set, basic, Integer.toString(++number), basic.rarity(), Look.REGULAR);
            add(
                    set,
                    basic,
                    Integer.toString(++number),
                    basic.rarity(),
                    set.isRecent() ? Look.FULL_ART : Look.ALTERNATE);
        }
        addVersions(set, ordered, number);
        known.addAll(fresh);
    }

    private void addVersions(DemoSet set, List<OracleCard> ordered, int last) {
        int number = last;
        if (set.code().equals("bwt")) {
            for (OracleCard card : some(ordered, STARS, set, Rarity.RARE)) {
                String plain = numberIn(set, card);
                add(set, card, plain + "★", card.rarity(), Look.STARRED);
            }
        }
        if (set.type().equals("masters")) {
            for (OracleCard card : some(ordered, ETCHED, set, Rarity.RARE)) {
                add(set, card, Integer.toString(++number), card.rarity(), Look.ETCHED);
            }
        }
        if (set.type().equals("expansion") && set.isRecent()) {
            for (OracleCard card : some(ordered, 10, set, Rarity.MYTHIC)) {
                add(set, card, Integer.toString(++number), card.rarity(), Look.BORDERLESS);
            }
            for (OracleCard card : some(ordered, 18, set, Rarity.UNCOMMON)) {
                add(set, card, Integer.toString(++number), card.rarity(), Look.SHOWCASE);
            }
            for (OracleCard card : some(ordered, 16, set, Rarity.RARE)) {
                add(set, card, Integer.toString(++number), card.rarity(), Look.EXTENDED);
            }
        }
    }

    private void addTokens(DemoSet set) {
        List<OracleCard> planeswalkers = known.stream()
                .filter(card -> card.front().is("Planeswalker"))
                .skip(1)
                .limit(3)
                .toList();
        int number = 0;
        for (OracleCard token : new DemoTokens(seed, rules).of(set, planeswalkers)) {
            add(set, token, Integer.toString(++number), token.rarity(), Look.REGULAR);
        }
    }

    /** The most sought-after cards of all sets before, dressed up. */
    private void addMasterpieces(DemoSet set) {
        List<OracleCard> best = known.stream()
                .filter(card -> card.rarity().isHigh()
                        && !card.home().isFunny()
                        && !card.home().isDigital())
                .sorted(Comparator.comparingDouble(OracleCard::fame).reversed())
                .limit(set.reprints())
                .sorted(COLLECTORS_ORDER)
                .toList();
        int number = 0;
        for (OracleCard card : best) {
            add(set, card, Integer.toString(++number), Rarity.SPECIAL, Look.GILDED);
        }
    }

    /** Promos carry the number that their card has in the set they advertise, with a letter behind it. */
    private void addPromos(DemoSet set) {
        DemoSet advertised = known.get(known.size() - 1).home();
        List<OracleCard> from = known.stream()
                .filter(card -> card.home().equals(advertised))
                .sorted(COLLECTORS_ORDER)
                .toList();
        int third = set.reprints() / 3;
        for (OracleCard card : some(from, third, set, Rarity.RARE)) {
            String number = numberIn(advertised, card);
            add(set, card, number + "p", card.rarity(), Look.PROMO_PACK);
            add(set, card, number + "s", card.rarity(), Look.PRERELEASE);
        }
        List<OracleCard> spells = from.stream()
                .filter(card -> !card.isTwoFaced()
                        && (card.front().is("Instant") || card.front().is("Sorcery")))
                .toList();
        int number = 0;
        for (OracleCard card : some(spells, third, set, Rarity.COMMON)) {
            add(set, card, Integer.toString(++number), card.rarity(), Look.TEXTLESS);
        }
    }

    private String numberIn(DemoSet set, OracleCard card) {
        return printings.stream()
                .filter(printing ->
                        printing.set().equals(set) && printing.card().equals(card))
                .map(Printing::number)
                .findFirst()
                .orElseThrow();
    }

    /** Cards of older sets that come back: rather the sought-after ones. */
    private List<OracleCard> reprints(DemoSet set) {
        List<OracleCard> pool = known.stream()
                .filter(card -> !card.home().isFunny() && !card.home().isDigital())
                .toList();
        Dice dice = Dice.of(seed, "reprints of " + set.code());
        Set<OracleCard> chosen = new HashSet<>();
        List<OracleCard> reprints = new ArrayList<>();
        while (reprints.size() < set.reprints()) {
            OracleCard one = dice.pick(pool);
            OracleCard other = dice.pick(pool);
            OracleCard card = one.fame() > other.fame() ? one : other;
            if (chosen.add(card)) {
                reprints.add(card);
            }
        }
        return reprints;
    }

    /** So many cards of a rarity (rare: or mythic), spread over the list. */
    private static List<OracleCard> some(List<OracleCard> ordered, int count, DemoSet set, Rarity rarity) {
        List<OracleCard> fitting = ordered.stream()
                .filter(card -> card.rarity() == rarity || rarity == Rarity.RARE && card.rarity() == Rarity.MYTHIC)
                .filter(card -> !set.isMain() || card.home().equals(set))
                .toList();
        List<OracleCard> some = new ArrayList<>();
        for (int i = 0; i < Math.min(count, fitting.size()); i++) {
            some.add(fitting.get(i * fitting.size() / Math.min(count, fitting.size())));
        }
        return some;
    }

    private void add(DemoSet set, OracleCard card, String number, Rarity rarity, Look look) {
        Dice dice = Dice.of(seed, "printing " + set.code() + " " + number);
        UUID id = dice.uuid();
        List<Printing.Art> earlier = firstArt.get(card.id());
        boolean sameArt = earlier != null
                && (look == Look.STARRED
                        || look == Look.EXTENDED
                        || look == Look.PRERELEASE
                        || look == Look.PROMO_PACK
                        || look == Look.REGULAR && dice.chance(0.5));
        List<Printing.Art> art = sameArt ? earlier : art(card, dice);
        firstArt.putIfAbsent(card.id(), art);
        boolean marked = rarity != Rarity.COMMON && !card.isExtra() && dice.chance(0.05);
        printings.add(new Printing(
                id,
                card,
                set,
                number,
                rarity,
                look,
                !card.home().equals(set),
                art,
                flavors.of(card, look, dice),
                marked ? names.watermark(dice) : ""));
    }

    private List<Printing.Art> art(OracleCard card, Dice dice) {
        String artist = names.artist(dice);
        UUID artistId = Dice.of(seed, "artist " + artist).uuid();
        List<Printing.Art> art = new ArrayList<>();
        for (int i = 0; i < (card.turnsOver() ? 2 : 1); i++) {
            art.add(new Printing.Art(dice.uuid(), artist, artistId));
        }
        return art;
    }

    /** White, blue, black, red, green, several colours, none, land. */
    private static int group(OracleCard card) {
        if (card.isLand()) {
            return 7;
        }
        Set<Colour> colours = card.colours();
        return switch (colours.size()) {
            case 0 -> 6;
            case 1 -> colours.iterator().next().ordinal();
            default -> 5;
        };
    }
}
