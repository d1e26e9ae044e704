package org.mtgtracker.search.index;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.mtgtracker.catalog.boundary.CardPrices;
import org.mtgtracker.search.language.ColourValue;

/**
 * Reads Scryfall card objects, today's and those of 2019, token by token. Equal texts of different cards become one
 * string, equal rules one object, so that a catalogue being read takes no more memory than its distinct contents. May be
 * used by several threads.
 */
final class CardFactsReader {
    /** The flag of a printing that was shown for the first time on one of Scryfall's own pages. */
    static final String PREVIEWED_BY_SCRYFALL = "previewed_by_scryfall";

    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, String> strings = new ConcurrentHashMap<>();
    private final Map<RulesFacts, RulesFacts> rules = new ConcurrentHashMap<>();
    private final Map<Object, Object> shared = new ConcurrentHashMap<>();
    // what members with few different values were read to, by their bytes
    private final Map<Bytes, List<String>> lists = new ConcurrentHashMap<>();
    private final Map<Bytes, Set<String>> sets = new ConcurrentHashMap<>();
    private final Map<Bytes, Map<String, String>> maps = new ConcurrentHashMap<>();

    /** Reads one object; one that the import took is never broken. */
    CardFacts read(int number, byte[] object) {
        try (JsonParser json = JSON.createParser(object)) {
            json.nextToken();
            Draft draft = new Draft(number, object);
            for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
                json.nextToken();
                take(draft, field, json);
            }
            return draft.card();
        } catch (IOException e) {
            throw new UncheckedIOException("The object of card number " + number + " cannot be read", e);
        }
    }

    private void take(Draft card, String field, JsonParser json) throws IOException {
        switch (field) {
            case "id" -> card.id = uuid(json);
            case "oracle_id" -> card.oracle = uuid(json);
            case "lang" -> card.language = text(json);
            case "released_at" ->
                card.released = (int) LocalDate.parse(json.getText()).toEpochDay();
            case "layout" -> card.layout = text(json);
            case "set" -> card.set = text(json);
            case "set_name" -> card.setName = text(json);
            case "set_type" -> card.setType = text(json);
            case "collector_number" -> card.collectorNumber = text(json);
            case "rarity" -> card.rarity = text(json);
            case "cmc" -> card.manaValue = number(json);
            case "color_identity" -> card.identity = Math.max(0, colours(json));
            case "keywords" -> card.keywords = often(lists, card.object, json, own -> List.copyOf(texts(own)));
            case "produced_mana" -> card.producedMana = colours(json);
            case "legalities" -> card.legalities = often(maps, card.object, json, own -> shared(map(own)));
            case "games" -> card.games = often(sets, card.object, json, this::texts);
            case "finishes" -> card.finishes = often(sets, card.object, json, this::texts);
            case "border_color" -> card.borderColor = text(json);
            case "frame" -> card.frame = text(json);
            case "frame_effect" -> card.frameEffects.add(text(json));
            case "frame_effects" -> card.frameEffects.addAll(texts(json));
            case "promo_types" -> card.promoTypes = often(sets, card.object, json, this::texts);
            case "security_stamp" -> card.securityStamp = text(json);
            case "flavor_name" -> card.flavorName = text(json);
            case "edhrec_rank" -> card.edhrecRank = rank(json);
            case "preview" -> preview(card, json);
            case "penny_rank" -> card.pennyRank = rank(json);
            case "prices" -> card.prices = prices(json);
            case "booster" -> card.booster = json.currentToken() == JsonToken.VALUE_TRUE;
            case "all_parts" -> parts(card, json);
            case "card_faces" -> faces(card, json);
            case "multiverse_ids" -> card.ids("multiverse", numbers(json));
            case "mtgo_id", "mtgo_foil_id" -> card.ids("mtgo", numbers(json));
            case "arena_id" -> card.ids("arena", numbers(json));
            case "tcgplayer_id", "tcgplayer_etched_id" -> card.ids("tcgplayer", numbers(json));
            case "cardmarket_id" -> card.ids("cardmarket", numbers(json));
            default -> {
                if (json.currentToken() == JsonToken.VALUE_TRUE) {
                    card.flags.add(shared(field));
                } else if (!card.whole.take(field, json)) {
                    json.skipChildren();
                }
            }
        }
    }

    /** The members that a card and its faces have alike. */
    private final class FaceDraft {
        private String name = "";
        private String manaCost = "";
        private String typeLine = "";
        private String oracleText = "";
        private String power = "";
        private String toughness = "";
        private String loyalty = "";
        private String defense = "";
        private int colours = -1;
        private boolean indicator;
        private String artist = "";
        private UUID illustration;
        private String flavorText = "";
        private String watermark = "";
        private UUID oracle;
        private float manaValue = Float.NaN;

        boolean take(String field, JsonParser json) throws IOException {
            switch (field) {
                case "name" -> name = text(json);
                case "mana_cost" -> manaCost = text(json);
                case "type_line" -> typeLine = text(json);
                case "oracle_text" -> oracleText = text(json);
                case "power" -> power = text(json);
                case "toughness" -> toughness = text(json);
                case "loyalty" -> loyalty = text(json);
                case "defense" -> defense = text(json);
                case "colors" -> colours = colours(json);
                case "color_indicator" -> {
                    indicator = true;
                    json.skipChildren();
                }
                case "artist" -> artist = text(json);
                case "illustration_id" -> illustration = uuid(json);
                case "flavor_text" -> flavorText = text(json);
                case "watermark" -> watermark = text(json);
                case "oracle_id" -> oracle = uuid(json);
                case "cmc" -> manaValue = number(json);
                default -> {
                    return false;
                }
            }
            return true;
        }

        FaceFacts facts() {
            return new FaceFacts(
                    name, manaCost, typeLine, oracleText, power, toughness, loyalty, defense, colours, indicator);
        }
    }

    /** A card while it is read. */
    private final class Draft {
        private final int number;
        private final byte[] object;
        private final FaceDraft whole = new FaceDraft();
        private final List<FaceDraft> faces = new ArrayList<>(2);
        private final Set<String> flags = new TreeSet<>();
        private final Set<String> frameEffects = new TreeSet<>();
        private final Map<String, List<Integer>> foreignIds = new TreeMap<>();
        private UUID id;
        private UUID oracle;
        private String language = "en";
        private int released = CardFacts.NO_DAY;
        private String layout = "";
        private String set = "";
        private String setName = "";
        private String setType = "";
        private String collectorNumber = "";
        private String rarity = "";
        private float manaValue = Float.NaN;
        private int identity;
        private List<String> keywords;
        private int producedMana = -1;
        private Map<String, String> legalities = Map.of();
        private Set<String> games = Set.of();
        private Set<String> finishes = Set.of();
        private String borderColor = "";
        private String frame = "";
        private Set<String> promoTypes = Set.of();
        private String securityStamp = "";
        private String flavorName = "";
        private int edhrecRank = CardFacts.NO_RANK;
        private int pennyRank = CardFacts.NO_RANK;
        private int[] prices = noPrices();
        private Boolean booster;
        private final Map<UUID, String> components = new HashMap<>();

        Draft(int number, byte[] object) {
            this.number = number;
            this.object = object;
        }

        void ids(String kind, List<Integer> ids) {
            if (!ids.isEmpty()) {
                foreignIds.computeIfAbsent(kind, any -> new ArrayList<>()).addAll(ids);
            }
        }

        CardFacts card() {
            Set<String> artists = new TreeSet<>();
            Set<String> watermarks = new TreeSet<>();
            List<UUID> illustrations = new ArrayList<>(2);
            StringBuilder flavor = new StringBuilder();
            gather(whole, artists, watermarks, illustrations, flavor);
            faces.forEach(face -> gather(face, artists, watermarks, illustrations, flavor));
            if (finishes.isEmpty()) {
                finishes = new TreeSet<>();
                for (String finish : List.of("nonfoil", "foil")) {
                    if (flags.contains(finish)) {
                        finishes.add(finish);
                    }
                }
            }
            return new CardFacts(
                    number,
                    id,
                    rules(),
                    language,
                    released,
                    layout,
                    set,
                    setName,
                    setType,
                    collectorNumber,
                    rarity,
                    legalities,
                    shared(games),
                    shared(finishes),
                    shared(flags),
                    booster,
                    shared(List.copyOf(artists)),
                    List.copyOf(illustrations),
                    borderColor,
                    frame,
                    shared(frameEffects),
                    shared(promoTypes),
                    securityStamp,
                    shared(watermarks),
                    shared(flavor.toString()),
                    flavorName,
                    prices,
                    edhrecRank,
                    pennyRank,
                    components.getOrDefault(id, ""),
                    foreignIds);
        }

        private void gather(
                FaceDraft face,
                Set<String> artists,
                Set<String> watermarks,
                List<UUID> illustrations,
                StringBuilder flavor) {
            for (String artist : face.artist.split(" & ")) {
                if (!artist.isEmpty()) {
                    artists.add(shared(artist));
                }
            }
            if (!face.watermark.isEmpty()) {
                watermarks.add(face.watermark);
            }
            if (face.illustration != null && !illustrations.contains(face.illustration)) {
                illustrations.add(face.illustration);
            }
            if (!face.flavorText.isEmpty()) {
                flavor.append(flavor.isEmpty() ? "" : "\n").append(face.flavorText);
            }
        }

        private RulesFacts rules() {
            List<FaceFacts> sides = faces.isEmpty()
                    ? List.of(whole.facts())
                    : faces.stream().map(FaceDraft::facts).toList();
            UUID shownAs = oracle != null ? oracle : faces.isEmpty() ? null : faces.get(0).oracle;
            float value = Float.isNaN(manaValue) && !faces.isEmpty() ? faces.get(0).manaValue : manaValue;
            RulesFacts facts = new RulesFacts(
                    shownAs != null ? shownAs : id,
                    whole.name,
                    value,
                    whole.colours,
                    identity,
                    keywords,
                    producedMana,
                    sides);
            return same(rules, facts);
        }
    }

    private void faces(Draft card, JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return;
        }
        while (json.nextToken() == JsonToken.START_OBJECT) {
            FaceDraft face = new FaceDraft();
            for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
                json.nextToken();
                if (!face.take(field, json)) {
                    json.skipChildren();
                }
            }
            card.faces.add(face);
        }
    }

    private void preview(Draft card, JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return;
        }
        boolean scryfall = false;
        boolean page = false;
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            switch (field) {
                case "source" -> scryfall = text(json).equals("Scryfall");
                case "source_uri" -> page = text(json).contains("scryfall.com/card/");
                default -> json.skipChildren();
            }
        }
        if (scryfall && page) {
            card.flags.add(PREVIEWED_BY_SCRYFALL);
        }
    }

    private void parts(Draft card, JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return;
        }
        while (json.nextToken() == JsonToken.START_OBJECT) {
            UUID id = null;
            String component = "";
            for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
                json.nextToken();
                switch (field) {
                    case "id" -> id = uuid(json);
                    case "component" -> component = text(json);
                    default -> json.skipChildren();
                }
            }
            if (id != null && component.startsWith("meld")) {
                card.components.put(id, component);
            }
        }
    }

    private static int[] noPrices() {
        int[] prices = new int[CardPrices.TYPES.size()];
        Arrays.fill(prices, CardPrices.NONE);
        return prices;
    }

    private static int[] prices(JsonParser json) throws IOException {
        int[] prices = noPrices();
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return prices;
        }
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            int type = CardPrices.TYPES.indexOf(field);
            if (type >= 0 && json.currentToken() == JsonToken.VALUE_STRING) {
                prices[type] = PriceColumns.cents(json.getText());
            } else {
                json.skipChildren();
            }
        }
        return prices;
    }

    private static List<Integer> numbers(JsonParser json) throws IOException {
        List<Integer> numbers = new ArrayList<>(1);
        if (json.currentToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                numbers.addAll(numbers(json));
            }
        } else if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            numbers.add(json.getIntValue());
        }
        return numbers;
    }

    private static int rank(JsonParser json) throws IOException {
        return json.currentToken().isNumeric() ? json.getIntValue() : CardFacts.NO_RANK;
    }

    private static float number(JsonParser json) throws IOException {
        return json.currentToken().isNumeric() ? json.getFloatValue() : Float.NaN;
    }

    private static int colours(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return -1;
        }
        int mask = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            mask |= ColourValue.mask(json.getText());
        }
        return mask;
    }

    private static UUID uuid(JsonParser json) throws IOException {
        return json.currentToken() == JsonToken.VALUE_STRING ? UUID.fromString(json.getText()) : null;
    }

    private String text(JsonParser json) throws IOException {
        return json.currentToken() == JsonToken.VALUE_STRING ? shared(json.getText()) : "";
    }

    private Set<String> texts(JsonParser json) throws IOException {
        Set<String> texts = new TreeSet<>();
        if (json.currentToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                texts.add(shared(json.getText()));
            }
        }
        return texts;
    }

    private Map<String, String> map(JsonParser json) throws IOException {
        Map<String, String> map = new TreeMap<>();
        if (json.currentToken() == JsonToken.START_OBJECT) {
            for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
                json.nextToken();
                map.put(shared(field), text(json));
            }
        }
        return map;
    }

    private String shared(String text) {
        return same(strings, text);
    }

    @SuppressWarnings("unchecked")
    private <T> T shared(T value) {
        return (T) same(shared, value);
    }

    /** Looking first is cheaper, as most are there already. */
    private static <T> T same(Map<T, T> all, T one) {
        T known = all.get(one);
        if (known != null) {
            return known;
        }
        T earlier = all.putIfAbsent(one, one);
        return earlier == null ? one : earlier;
    }

    @FunctionalInterface
    private interface MemberReader<T> {
        T read(JsonParser json) throws IOException;
    }

    /** A member that many cards have alike: its bytes are compared, and read when they are new. */
    private static <T> T often(Map<Bytes, T> read, byte[] object, JsonParser json, MemberReader<T> reader)
            throws IOException {
        int from = (int) json.currentTokenLocation().getByteOffset();
        JsonToken first = json.currentToken();
        if (from < 0 || first != JsonToken.START_OBJECT && first != JsonToken.START_ARRAY) {
            return reader.read(json);
        }
        json.skipChildren();
        int to = (int) json.currentLocation().getByteOffset();
        Bytes bytes = new Bytes(object, from, to);
        T known = read.get(bytes);
        if (known == null) {
            try (JsonParser own = JSON.createParser(object, from, to - from)) {
                own.nextToken();
                known = reader.read(own);
            }
            read.put(bytes.copy(), known);
        }
        return known;
    }

    /** A part of an object, compared byte by byte. */
    private static final class Bytes {
        private final byte[] all;
        private final int from;
        private final int to;
        private final int hash;

        Bytes(byte[] all, int from, int to) {
            this.all = all;
            this.from = from;
            this.to = to;
            int sum = 1;
            for (int at = from; at < to; at++) {
                sum = 31 * sum + all[at];
            }
            hash = sum;
        }

        Bytes copy() {
            byte[] own = Arrays.copyOfRange(all, from, to);
            return new Bytes(own, 0, own.length);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes bytes
                    && hash == bytes.hash
                    && Arrays.equals(all, from, to, bytes.all, bytes.from, bytes.to);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
