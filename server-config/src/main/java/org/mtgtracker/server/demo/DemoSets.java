package org.mtgtracker.server.demo;

import java.time.LocalDate;
import java.util.List;

/** The invented sets, oldest first. */
final class DemoSets {
    private static final List<String> PAPER = List.of("paper");
    private static final List<String> TABLES = List.of("mtgo", "paper");
    private static final List<String> EVERYWHERE = List.of("arena", "mtgo", "paper");
    private static final List<String> DIGITAL = List.of("arena", "mtgo");

    private DemoSets() {}

    static List<DemoSet> of(long seed) {
        return List.of(
                set(seed, "tqm", "The Quillmarch", "expansion", "2001-10-12", "1997", TABLES, 185, 0, "flip", 6),
                set(seed, "ebw", "Emberwold", "expansion", "2008-04-25", "2003", TABLES, 185, 10, "normal", 0),
                set(seed, "bwt", "Brightwater Tides", "expansion", "2014-09-26", "2015", TABLES, 190, 12, "split", 12),
                set(seed, "jaj", "Jesters and Jugglers", "funny", "2017-04-01", "2015", PAPER, 36, 0, "normal", 0),
                set(seed, "frw", "The First Road", "core", "2019-07-12", "2015", EVERYWHERE, 130, 40, "normal", 0),
                set(seed, "nhw", "Nocthollow", "expansion", "2021-09-24", "2015", EVERYWHERE, 190, 10, "transform", 16),
                set(
                        seed,
                        "cfh",
                        "Crowns of the Far Hearth",
                        "commander",
                        "2022-04-29",
                        "2015",
                        TABLES,
                        60,
                        60,
                        "normal",
                        0),
                set(seed, "ahq", "Almanac of Hours", "masters", "2023-06-16", "2015", TABLES, 0, 110, "normal", 0),
                set(seed, "dwr", "Dreamwire Archive", "alchemy", "2023-11-14", "2015", DIGITAL, 50, 30, "normal", 0),
                set(
                        seed,
                        "lov",
                        "Lanterns of Vael",
                        "expansion",
                        "2025-02-14",
                        "2015",
                        EVERYWHERE,
                        200,
                        8,
                        "adventure",
                        16),
                set(seed, "tlov", "Lanterns of Vael Tokens", "token", "2025-02-14", "2015", PAPER, 0, 0, "token", 0),
                set(seed, "gwd", "Gilded Windows", "masterpiece", "2025-02-14", "2015", PAPER, 0, 24, "normal", 0),
                set(seed, "plfp", "Lantern Fair Promos", "promo", "2025-02-21", "2015", PAPER, 0, 36, "normal", 0),
                set(
                        seed,
                        "sgz",
                        "Saltglass Shore",
                        "expansion",
                        "2025-09-26",
                        "2015",
                        EVERYWHERE,
                        200,
                        8,
                        "modal_dfc",
                        12));
    }

    private static DemoSet set(
            long seed,
            String code,
            String name,
            String type,
            String released,
            String frame,
            List<String> games,
            int newCards,
            int reprints,
            String layout,
            int twoFaced) {
        return new DemoSet(
                Dice.of(seed, "set " + code).uuid(),
                code,
                name,
                type,
                LocalDate.parse(released),
                frame,
                games,
                newCards,
                reprints,
                layout,
                twoFaced);
    }
}
