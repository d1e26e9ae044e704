package org.mtgtracker.search.engine;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mtgtracker.catalog.boundary.Rarities;
import org.mtgtracker.search.index.CardIndex;
import org.mtgtracker.search.index.Facet;
import org.mtgtracker.search.index.Folded;
import org.mtgtracker.search.index.KeywordRules;
import org.mtgtracker.search.index.TagFacts;
import org.mtgtracker.search.language.CardKind;
import org.mtgtracker.search.language.Dropped;
import org.mtgtracker.search.language.Key;
import org.mtgtracker.search.language.Operator;
import org.mtgtracker.search.language.Query;
import org.mtgtracker.values.boundary.Uuids;
import org.roaringbitmap.RoaringBitmap;

/** Keys that ask for one of a list of words. */
final class WordTerms {
    /** Other words for what a printing has. */
    private static final Map<String, String> HAD = Map.ofEntries(
            Map.entry("flavour", "flavor"),
            Map.entry("flavortext", "flavor"),
            Map.entry("securitystamp", "stamp"),
            Map.entry("ci", "indicator"),
            Map.entry("colorindicator", "indicator"),
            Map.entry("mtgoid", "mtgo"),
            Map.entry("arenaid", "arena"),
            Map.entry("multiverseid", "multiverse"),
            Map.entry("tcgplayerid", "tcgplayer"),
            Map.entry("cardmarketid", "cardmarket"),
            Map.entry("illustrationid", "illustration"));

    private static final Pattern FINAL_FANTASY = Pattern.compile("ff[ivx]+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    /** No shop or game has given out longer ones. */
    private static final int LONGEST_ID = 9;

    private final CardIndex index;

    WordTerms(CardIndex index) {
        this.index = requireNonNull(index, "index is null");
    }

    Condition condition(Query.Term term) throws NotUnderstood {
        String value = Folded.text(term.value().text()).strip();
        return new Condition.Known(
                switch (term.key()) {
                    case IS -> is(value);
                    case HAS -> has(value);
                    case KEYWORD -> keyword(value);
                    case RARITY -> rarity(value, term.operator());
                    case NEW ->
                        listed(Facet.NEW, KnownWords.novelty(value), KnownWords.NEW, "Checking if cards have a new");
                    case FORMAT -> format(Facet.PLAYABLE, value);
                    case BANNED -> format(Facet.BANNED, value);
                    case RESTRICTED -> format(Facet.RESTRICTED, value);
                    case WATERMARK -> watermark(value);
                    case BORDER -> listed(Facet.BORDER, value, KnownWords.BORDERS, "Unknown border");
                    case FRAME -> frame(value);
                    case STAMP -> listed(Facet.STAMP, value, KnownWords.STAMPS, "Unknown security stamp");
                    case LAYOUT -> listed(Facet.LAYOUT, value, KnownWords.LAYOUTS, "Unknown layout");
                    case GAME -> listed(Facet.GAME, KnownWords.game(value), KnownWords.GAMES, "Unknown game");
                    case LANGUAGE -> language(value);
                    case CHEAPEST -> cheapest(value);
                    case ART_TAG -> tag(TagFacts.Kind.ART, value);
                    case ORACLE_TAG -> tag(TagFacts.Kind.ORACLE, value);
                    case ORACLE_ID -> index.ofOracle(uuid(value));
                    case SCRYFALL_ID -> ofCard(uuid(value));
                    case ILLUSTRATION_ID -> index.ofIllustration(uuid(value));
                    case MTGO_ID, ARENA_ID, MULTIVERSE_ID, TCGPLAYER_ID, CARDMARKET_ID -> foreign(term.key(), value);
                    case CUBE -> throw new NotUnderstood("Cubes are not public, so they cannot be searched here.");
                    default ->
                        throw new NotUnderstood(
                                "The keyword “" + term.key().names().get(0) + "” cannot be used here.");
                });
    }

    private RoaringBitmap is(String value) throws NotUnderstood {
        String kind = CardKind.canonical(CardKind.letters(value));
        RoaringBitmap found = index.with(Facet.KIND, kind);
        if (found.isEmpty()) {
            found = index.with(Facet.KIND, value.replace(' ', '_'));
        }
        if (found.isEmpty()) {
            found = index.with(Facet.FRAME, kind);
        }
        if (found.isEmpty()) {
            found = index.with(Facet.HAS, HAD.getOrDefault(kind, kind));
        }
        if (kind.equals("finalfantasy")) {
            found = Bitmaps.union(
                    index.facet(Facet.KIND), any -> FINAL_FANTASY.matcher(any).matches());
        }
        boolean known = KnownWords.isKind(kind)
                || KnownWords.isKind(value.replace(' ', '_'))
                || KnownWords.HAS.contains(HAD.getOrDefault(kind, kind));
        String setType = kind.equals("cube") ? "treasure_chest" : KnownWords.setType(value);
        if (found.isEmpty() && !known && KnownWords.SET_TYPES.contains(setType)) {
            return index.with(Facet.KIND, setType);
        }
        if (found.isEmpty() && !known) {
            throw new NotUnderstood("Checking if cards are “" + Dropped.shortened(value) + "” is not supported");
        }
        return found;
    }

    private RoaringBitmap has(String value) throws NotUnderstood {
        String letters = CardKind.letters(value);
        String canonical = HAD.getOrDefault(letters, letters);
        RoaringBitmap found = index.with(Facet.HAS, canonical);
        return found.isEmpty() && !KnownWords.HAS.contains(canonical) ? is(value) : found;
    }

    private RoaringBitmap frame(String value) throws NotUnderstood {
        RoaringBitmap all = new RoaringBitmap();
        for (String frame : KnownWords.frames(value)) {
            all.or(listed(Facet.FRAME, frame, KnownWords.FRAMES, "Unknown frame"));
        }
        return all;
    }

    private RoaringBitmap keyword(String value) throws NotUnderstood {
        RoaringBitmap found = index.with(Facet.KEYWORD, value);
        if (found.isEmpty()) {
            String letters = KeywordRules.letters(value);
            found = Bitmaps.union(index.facet(Facet.KEYWORD), keyword -> KeywordRules.letters(keyword)
                    .equals(letters));
        }
        if (found.isEmpty() && !KeywordRules.isKeyword(value)) {
            throw new NotUnderstood("Unknown keyword “" + Dropped.shortened(value) + "”");
        }
        return found;
    }

    private RoaringBitmap rarity(String value, Operator operator) throws NotUnderstood {
        String full = Rarities.ALL.stream()
                .filter(rarity -> rarity.equals(value) || rarity.substring(0, 1).equals(value))
                .findFirst()
                .orElse(value.equals("mythic rare") ? "mythic" : value);
        int wanted = Rarities.ALL.indexOf(full);
        if (wanted < 0) {
            throw new NotUnderstood("Unknown rarity “" + Dropped.shortened(value) + ".”");
        }
        return Bitmaps.union(
                index.facet(Facet.RARITY),
                rarity -> operator.fits(Integer.compare(Rarities.ALL.indexOf(rarity), wanted)));
    }

    private RoaringBitmap format(Facet facet, String value) throws NotUnderstood {
        return listed(facet, KnownWords.format(value), KnownWords.FORMATS, "Unknown game format");
    }

    /** A value that is known, here or to the rules, even when no card of this catalogue has it. */
    private RoaringBitmap listed(Facet facet, String value, Set<String> known, String what) throws NotUnderstood {
        RoaringBitmap found = index.with(facet, value);
        if (found.isEmpty() && !known.contains(value)) {
            boolean code = facet == Facet.GAME || facet == Facet.LANGUAGE;
            String named = code ? "`" + Dropped.shortened(value) + "`" : "“" + Dropped.shortened(value) + "”";
            throw new NotUnderstood(what + " " + named + (facet == Facet.NEW ? " is not supported" : ""));
        }
        return found;
    }

    private RoaringBitmap watermark(String value) {
        RoaringBitmap found = index.with(Facet.WATERMARK, value);
        return found.isEmpty() ? Bitmaps.union(index.facet(Facet.WATERMARK), mark -> mark.contains(value)) : found;
    }

    private RoaringBitmap language(String value) throws NotUnderstood {
        if (value.equals("any") || value.equals("all")) {
            return index.all();
        }
        return listed(Facet.LANGUAGE, KnownWords.language(value), KnownWords.LANGUAGES, "Unknown language");
    }

    private RoaringBitmap cheapest(String value) throws NotUnderstood {
        return switch (value) {
            case "usd", "$", "dollar" -> index.prices().cheapest(Key.USD);
            // the last is what folding leaves of a sign
            case "eur", "euro", "¤" -> index.prices().cheapest(Key.EUR);
            case "tix", "mtgo" -> index.prices().cheapest(Key.TIX);
            default -> throw new NotUnderstood("Unknown currency “" + Dropped.shortened(value) + "”");
        };
    }

    private RoaringBitmap tag(TagFacts.Kind kind, String value) throws NotUnderstood {
        Map<String, RoaringBitmap> tags = index.tags(kind);
        if (tags.isEmpty()) {
            throw new NotUnderstood("Tags have not been imported.");
        }
        RoaringBitmap tagged = tags.get(value.toLowerCase(Locale.ROOT).replace(' ', '-'));
        if (tagged == null) {
            throw new NotUnderstood("Unknown tag “" + Dropped.shortened(value) + "”.");
        }
        return tagged;
    }

    private static UUID uuid(String value) throws NotUnderstood {
        return Uuids.in(value).orElseThrow(() -> new NotUnderstood("You must provide a valid v4 UUID."));
    }

    private RoaringBitmap ofCard(UUID id) {
        int position = index.positionOf(id);
        return position < 0 ? new RoaringBitmap() : RoaringBitmap.bitmapOf(position);
    }

    /** As Scryfall reads it, an id is the digits that a value begins with. */
    private RoaringBitmap foreign(Key key, String value) throws NotUnderstood {
        Matcher digits = DIGITS.matcher(value);
        if (!digits.lookingAt()) {
            throw new NotUnderstood("You must provide a valid number.");
        }
        String kind = key.names().get(0).replace("id", "");
        return digits.group().length() > LONGEST_ID
                ? new RoaringBitmap()
                : index.ofForeignId(kind, Integer.parseInt(digits.group()));
    }
}
