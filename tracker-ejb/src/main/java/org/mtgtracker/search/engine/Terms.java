package org.mtgtracker.search.engine;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.mtgtracker.search.index.CardIndex;
import org.mtgtracker.search.index.Facet;
import org.mtgtracker.search.language.CardKind;
import org.mtgtracker.search.language.Operator;
import org.mtgtracker.search.language.Query;
import org.mtgtracker.search.language.Value;
import org.roaringbitmap.RoaringBitmap;

/** What each key of the language means to the cards of an index. */
final class Terms {
    /** Types whose cards are extras: who asks for them wants to see them. */
    static final Set<String> EXTRA_TYPES = Set.of(
            "token",
            "emblem",
            "plane",
            "phenomenon",
            "scheme",
            "vanguard",
            "dungeon",
            "card",
            "attraction",
            "stickers");

    /** Kinds that have hidden cards among others. */
    private static final Set<String> EXTRA_KINDS = Set.of(
            "extra",
            "funny",
            "dfc",
            "mdfc",
            "tdfc",
            "host",
            "artseries",
            "reversible",
            "oversized",
            "reserved",
            "rebalanced",
            "glossy",
            "surgefoil",
            "thick",
            "draculaseries");

    private final CardIndex index;
    private final NameAndTextTerms texts;
    private final ColourAndManaTerms colours;
    private final NumberTerms numbers;
    private final WordTerms words;
    private final SetTerms sets;
    private final DateTerms dates;

    Terms(CardIndex index, Clock clock) {
        this.index = requireNonNull(index, "index is null");
        texts = new NameAndTextTerms(index);
        colours = new ColourAndManaTerms(index);
        numbers = new NumberTerms(index);
        words = new WordTerms(index);
        sets = new SetTerms(index);
        dates = new DateTerms(index, clock);
    }

    /**
     * What a term asks.
     *
     * @param languages true when printings in all languages are asked for, and with them their names
     * @throws NotUnderstood when the value means nothing to the key
     */
    Condition condition(Query.Term term, boolean languages) throws NotUnderstood {
        Operator operator = term.operator();
        boolean unequal = operator == Operator.UNEQUAL && !term.key().kind().compares();
        Condition condition = fitting(term, languages);
        if (!unequal) {
            return condition;
        }
        return condition instanceof Condition.Known known
                ? new Condition.Known(RoaringBitmap.andNot(index.all(), known.printings()))
                : new Condition.Inverse(condition, index.all());
    }

    Condition everything() {
        return new Condition.Known(index.all());
    }

    Condition nothing() {
        return new Condition.Known(new RoaringBitmap());
    }

    private Condition fitting(Query.Term term, boolean languages) throws NotUnderstood {
        return switch (term.key()) {
            case NAME, EXACT_NAME, ORACLE, FULL_ORACLE, FLAVOR, TYPE, ARTIST, LORE -> texts.condition(term, languages);
            case COLOR, IDENTITY, PRODUCES, MANA, DEVOTION -> colours.condition(term);
            case MANA_VALUE,
                    POWER,
                    TOUGHNESS,
                    POWER_TOUGHNESS,
                    LOYALTY,
                    DEFENSE,
                    EDHREC,
                    PENNY,
                    NUMBER,
                    ARTISTS,
                    ILLUSTRATIONS,
                    YEAR,
                    PRINTS,
                    SETS,
                    PAPER_PRINTS,
                    PAPER_SETS -> numbers.condition(term);
            case USD, USD_FOIL, EUR, EUR_FOIL, TIX -> numbers.price(term);
            case SET, BLOCK, GROUP, SET_TYPE, IN -> sets.condition(term);
            case DATE -> dates.condition(term);
            default -> words.condition(term);
        };
    }

    /** True when a term asks for cards that are hidden, so that those which fit it are shown. */
    boolean reveals(Query.Term term) {
        String value = term.value().text().toLowerCase(Locale.ROOT);
        return switch (term.key()) {
            case ARTIST,
                    WATERMARK,
                    LAYOUT,
                    SET,
                    BLOCK,
                    GROUP,
                    BANNED,
                    LORE,
                    ORACLE_ID,
                    SCRYFALL_ID,
                    ILLUSTRATION_ID,
                    MTGO_ID,
                    ARENA_ID,
                    MULTIVERSE_ID,
                    TCGPLAYER_ID,
                    CARDMARKET_ID -> true;
            case NAME -> term.value() instanceof Value.Pattern && !value.isEmpty();
            case TYPE -> Arrays.stream(value.split(" ")).anyMatch(EXTRA_TYPES::contains);
            case BORDER -> value.equals("silver");
            case IS, HAS -> value.equals("watermark") || isOfExtras(CardKind.canonical(CardKind.letters(value)));
            case STAMP -> value.equals("acorn");
            case SET_TYPE -> isHidden(term);
            default -> false;
        };
    }

    private boolean isOfExtras(String kind) {
        return EXTRA_TYPES.contains(kind)
                || EXTRA_KINDS.contains(kind)
                || KnownWords.LAYOUTS.contains(kind)
                || !index.with(Facet.KIND, kind).isEmpty()
                        && RoaringBitmap.andNot(index.with(Facet.KIND, kind), index.hidden())
                                .isEmpty();
    }

    /** True when everything that fits is hidden. */
    private boolean isHidden(Query.Term term) {
        try {
            return sets.condition(term) instanceof Condition.Known known
                    && RoaringBitmap.andNot(known.printings(), index.hidden()).isEmpty();
        } catch (NotUnderstood e) {
            return false;
        }
    }
}
