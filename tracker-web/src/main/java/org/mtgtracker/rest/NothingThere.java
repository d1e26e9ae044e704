package org.mtgtracker.rest;

import java.util.List;
import java.util.Optional;

/** What was asked for by its id does not exist. */
public class NothingThere extends RequestFailure {
    private NothingThere(Problem problem) {
        super(problem);
    }

    public static NothingThere card(Object id) {
        return new NothingThere(Problem.of(
                "unknown-card", "There is no such card", 404, "The catalogue has no card with the id " + id + "."));
    }

    public static NothingThere set(String code) {
        return new NothingThere(Problem.of(
                "unknown-set",
                "There is no such set",
                404,
                "The catalogue has no set with the code \"" + code + "\"."));
    }

    /** No card has this name, or none in this set. */
    public static NothingThere named(String name, Optional<String> set) {
        return new NothingThere(Problem.of(
                "unknown-card",
                "There is no such card",
                404,
                "No card"
                        + set.map(code -> " of the set “" + BadParameter.shortened(code) + "”")
                                .orElse("") + " is named “" + BadParameter.shortened(name) + "”."));
    }

    /** Several cards may be meant by this name; some of them are told. */
    public static NothingThere ambiguous(String name, List<String> names) {
        return new NothingThere(Problem.of(
                        "ambiguous-name",
                        "Several cards may be meant",
                        404,
                        "Too many cards match the ambiguous name “" + BadParameter.shortened(name)
                                + "”. Add more words to refine your search.")
                .with("names", names));
    }

    /** A query has no card to choose from. */
    public static NothingThere found(String query) {
        return new NothingThere(Problem.of(
                "nothing-found", "No card was found", 404, "No card fits “" + BadParameter.shortened(query) + "”."));
    }

    public static NothingThere run(long id) {
        return new NothingThere(Problem.of(
                "unknown-import", "There is no such import", 404, "No import was ever given the id " + id + "."));
    }

    public static NothingThere jobRun(String job, long id) {
        return new NothingThere(Problem.of(
                "unknown-run",
                "There is no such run",
                404,
                "The history has no run " + id + " of a job called \"" + job + "\"."));
    }

    public static NothingThere priceLoad(long id) {
        return new NothingThere(Problem.of(
                "unknown-price-file",
                "There is no such price file",
                404,
                "No price file was ever given the id " + id + "."));
    }
}
