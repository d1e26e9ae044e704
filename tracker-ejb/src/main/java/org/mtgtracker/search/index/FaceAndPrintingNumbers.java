package org.mtgtracker.search.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.mtgtracker.search.language.Key;

/** The columns of numbers that a face or a printing tells by itself. */
final class FaceAndPrintingNumbers {
    private final CardColumns columns;
    private final List<RulesFacts> rules;
    private final List<CardFacts> printings;

    FaceAndPrintingNumbers(CardColumns columns, List<RulesFacts> rules, List<CardFacts> printings) {
        this.columns = columns;
        this.rules = rules;
        this.printings = printings;
    }

    void fill() {
        columns.facesStart = new int[rules.size() + 1];
        List<FaceFacts> faces = new ArrayList<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            columns.facesStart[rule] = faces.size();
            faces.addAll(rules.get(rule).faces());
        }
        columns.facesStart[rules.size()] = faces.size();
        ofFaces(Key.POWER, faces.stream().map(FaceFacts::power).toList());
        ofFaces(Key.TOUGHNESS, faces.stream().map(FaceFacts::toughness).toList());
        ofFaces(Key.LOYALTY, faces.stream().map(FaceFacts::loyalty).toList());
        ofFaces(Key.DEFENSE, faces.stream().map(FaceFacts::defense).toList());
        float[] both = columns.numbers.get(Key.POWER).values().clone();
        for (int face = 0; face < both.length; face++) {
            both[face] += columns.numbers.get(Key.TOUGHNESS).values()[face];
        }
        columns.numbers.put(Key.POWER_TOUGHNESS, new NumberColumn(true, both, new Positions(0)));
        ofPrintings(Key.MANA_VALUE, card -> card.rules().manaValue());
        ofPrintings(Key.NUMBER, card -> CollectorNumber.whole(card.collectorNumber()));
        ofPrintings(Key.EDHREC, card -> rank(card.edhrecRank()));
        ofPrintings(Key.PENNY, card -> rank(card.pennyRank()));
        ofPrintings(Key.ARTISTS, card -> card.artists().size());
        ofPrintings(
                Key.YEAR,
                card -> card.released() == CardFacts.NO_DAY
                        ? Float.NaN
                        : LocalDate.ofEpochDay(card.released()).getYear());
    }

    private static float rank(int rank) {
        return rank == CardFacts.NO_RANK ? Float.NaN : rank;
    }

    private void ofFaces(Key key, List<String> printed) {
        float[] values = new float[printed.size()];
        Positions stars = new Positions(printed.size());
        for (int face = 0; face < values.length; face++) {
            values[face] = NumberColumn.parse(printed.get(face));
            if (printed.get(face).contains("*")) {
                stars.add(face);
            }
        }
        columns.numbers.put(key, new NumberColumn(true, values, stars));
    }

    private void ofPrintings(Key key, ToFloat value) {
        float[] values = new float[columns.size];
        for (int at = 0; at < values.length; at++) {
            values[at] = value.of(printings.get(at));
        }
        columns.numbers.put(key, new NumberColumn(false, values, new Positions(0)));
    }

    @FunctionalInterface
    private interface ToFloat {
        float of(CardFacts card);
    }
}
