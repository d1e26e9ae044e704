package org.mtgtracker.search.index;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** A card while it is read. */
final class CardDraft {
    final int number;
    final byte[] object;
    private final Members members;
    private final Map<RulesFacts, RulesFacts> rules;
    final FaceDraft whole;
    final List<FaceDraft> faces = new ArrayList<>(2);
    final Set<String> flags = new TreeSet<>();
    final Set<String> frameEffects = new TreeSet<>();
    private final LongStream.Builder foreignIds = LongStream.builder();
    UUID id;
    UUID oracle;
    String language = "en";
    int released = CardFacts.NO_DAY;
    String layout = "";
    String set = "";
    String setName = "";
    String setType = "";
    String collectorNumber = "";
    String rarity = "";
    float manaValue = Float.NaN;
    int identity;
    List<String> keywords;
    int producedMana = -1;
    Map<String, String> legalities = Map.of();
    Set<String> games = Set.of();
    Set<String> finishes = Set.of();
    String borderColor = "";
    String frame = "";
    Set<String> promoTypes = Set.of();
    String securityStamp = "";
    int edhrecRank = CardFacts.NO_RANK;
    int pennyRank = CardFacts.NO_RANK;
    int[] prices = Members.noPrices();
    Boolean booster;
    final Map<UUID, String> components = new HashMap<>();

    CardDraft(int number, byte[] object, Members members, Map<RulesFacts, RulesFacts> rules) {
        this.number = number;
        this.object = object;
        this.members = members;
        this.rules = rules;
        whole = new FaceDraft(members);
    }

    /** Takes the ids of a kind in, one or a list of them. */
    void ids(String kind, JsonParser json) throws IOException {
        Members.numbers(json, id -> foreignIds.add(ForeignIds.key(kind, id)));
    }

    CardFacts card() {
        // the first that is named is the one that orders go by
        Set<String> artists = new LinkedHashSet<>();
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
        String printedName = name(whole.printedName, face -> face.printedName);
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
                members.shared(games),
                members.shared(finishes),
                members.shared(flags),
                booster,
                members.shared(List.copyOf(artists)),
                List.copyOf(illustrations),
                borderColor,
                frame,
                members.shared(frameEffects),
                members.shared(promoTypes),
                securityStamp,
                members.shared(watermarks),
                members.shared(flavor.toString()),
                soldAs(printedName),
                printedName,
                prices,
                edhrecRank,
                pennyRank,
                components.getOrDefault(id, ""),
                foreignIds.build().toArray());
    }

    /** An English printing that is printed with another name than its card's is sold under it, as some on Arena are. */
    private String soldAs(String printedName) {
        String flavorName = name(whole.flavorName, face -> face.flavorName);
        boolean renamed = language.equals("en") && !Folded.exact(printedName).equals(Folded.exact(whole.name));
        return flavorName.isEmpty() && renamed ? printedName : flavorName;
    }

    /** A name that the printing has beside its card's; of one whose faces have such names, those of the faces. */
    private String name(String own, Function<FaceDraft, String> ofFace) {
        return own.isEmpty()
                ? members.shared(faces.stream()
                        .map(ofFace)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.joining(Folded.FACES)))
                : own;
    }

    private void gather(
            FaceDraft face,
            Set<String> artists,
            Set<String> watermarks,
            List<UUID> illustrations,
            StringBuilder flavor) {
        if (face.artist.contains(" & ")) {
            for (String artist : face.artist.split(" & ")) {
                artists.add(members.shared(artist));
            }
            artists.remove("");
        } else if (!face.artist.isEmpty()) {
            artists.add(face.artist);
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
        return Members.same(rules, facts);
    }
}
