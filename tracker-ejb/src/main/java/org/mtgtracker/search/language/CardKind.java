package org.mtgtracker.search.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The table of what {@code is:} asks. Beside these, every value of a promo type, frame effect, layout, finish, game,
 * rarity, set type, border and card type that the catalogue has is a kind of its own.
 *
 * @param names the usual one first
 * @param meaning for people
 */
public record CardKind(List<String> names, String meaning) {
    /** All rows of the table. */
    public static final List<CardKind> ALL = table();

    private static final Map<String, String> CANONICAL = canonical();

    /** A word as kinds, keywords and kinds of sets are compared: without blanks, hyphens and underscores. */
    public static String letters(String typed) {
        return typed.replaceAll("[ _-]", "");
    }

    /** The usual name of a kind, in lower case; another word stays as it is. */
    public static String canonical(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return CANONICAL.getOrDefault(lower, lower);
    }

    private static List<CardKind> table() {
        String rows = """
                spell: the front can be cast: it is no land, nor a thing outside the deck; or it has an adventure
                permanent: a face is an artifact, battle, creature, enchantment, land or planeswalker
                historic: legendary, an artifact, or a Saga (CR 700.6)
                party: a creature that is a Cleric, Rogue, Warrior or Wizard; changelings are (CR 700.8)
                outlaw: an Assassin, Mercenary, Pirate, Rogue or Warlock; changelings are (CR 700.12)
                modal: one chooses from a list of modes (CR 700.2), or its text has a list
                etb: the text speaks of what enters
                vanilla: a creature whose front says nothing but reminders; no land
                frenchvanilla: a creature on every face, whose text is keyword abilities only
                bear: a 2/2 on the front, with mana value 2
                hybrid splitmana: a hybrid mana symbol in the cost of the front
                phyrexian: a Phyrexian mana symbol in a cost or a text
                commander: may lead a Commander deck: a legendary creature, vehicle or spacecraft, a Background, or a card that says so; and is not banned there
                brawler: may lead a Brawl deck: a commander or a legendary planeswalker, legal there
                duelcommander: may lead a Duel Commander deck: a commander that is legal there
                oathbreaker: a planeswalker, legal in Oathbreaker
                companion: has the ability companion
                partner: a legend that may share command: partner of any sort, a Background, a Doctor and its companion
                paupercommander pdhcommander: may lead a Pauper Commander deck: a creature once printed as uncommon
                gamechanger gc: on the list of game changers
                reserved reservedlist: on the reserved list
                dfc doublesided doublefaced: has two faces that are two sides, tokens and art cards among them; meld cards have not
                mdfc modaldfc: a modal double-faced card
                tdfc transform: a card that transforms
                meldpart: one of a pair that melds
                meldresult: what a pair melds to
                leveler: a creature that levels up
                host augmentation augment: one of the halves of Unstable that are put together
                reversible: a card on either side
                artseries artcard: an art card
                reprint: was printed before
                firstprinting firstprint: was not printed before
                unique onlyprint: is in one set only
                newinpauper: the first printing as a common of a card that had none
                intropack intro beginner: of an intro pack
                planeswalkerdeck pwdeck: of a planeswalker deck
                extendedart extended: the picture reaches the edges
                modern: in the frame of 2003
                future futureshifted: in the frame that looks ahead
                flavorname: sold under another name
                localizedname printedname: printed with a name of its own
                printedtext: with its text in a language of its own
                contentwarning: shows what Scryfall warns of
                scryfallpreview: shown first by Scryfall itself
                judgegift judge: a gift to judges
                stamped promostamped planeswalkerstamp planeswalkerstamped pwstamped: with a stamp of a promotion
                rainbowfoil rainbow: comes as a rainbow foil
                surgefoil surge: comes as a surge foil
                halofoil halo: comes as a halo foil
                confettifoil confetti: comes as a confetti foil
                ripplefoil ripple: comes as a ripple foil
                fracturefoil fracture: comes as a fracture foil
                raisedfoil raised: comes as a raised foil
                dragonscalefoil dragonscale: comes as a dragonscale foil
                chocobotrackfoil chocobotrack: comes as a chocobo track foil
                firstplacefoil firstplace: comes as a first place foil
                gleaminggold gleaming: comes in gleaming gold
                embossed emboss: comes embossed
                stepandcompleat compleat: comes as a step-and-compleat foil
                godzillaseries godzilla: of the Godzilla series
                draculaseries dracula: of the Dracula series
                finalfantasy ff: of a Final Fantasy game
                buyabox bab: for those who bought a box
                mediainsert insert: came with a book or a magazine
                tourney tournament: a prize of a tournament
                wizardsplaynetwork wpn: of the Wizards Play Network
                setextension extension: of an extension of its set
                booster pack: comes in boosters
                promo: a promotional printing
                thick displaycommander: of thick card, for display
                spotlight story storyspotlight: shows a scene of the story
                masterpiece: one of a series of masterpieces
                digital: exists on screens only
                rebalanced: an Arena card that was changed
                unset: of an Un-set, or of its tokens and promos
                timeshifted: of the sheet of old cards in a Time Spiral
                fbb: black-bordered, of a set of 1994 or 1995 that was not for those who read English
                fwb: of the white-bordered Revised in German, French or Italian
                attractionlights lights: an attraction with lights
                funny: of an Un-set, another set of jokes, with a silver border or an acorn
                extra extras: a token, plane, scheme, emblem or another thing that is no card to play with
                full fullart: the picture fills the card
                textless: without its text
                oversized: larger than a card
                hires highres: Scryfall has a sharp picture
                foil premium: comes as a foil
                nonfoil: comes not as a foil
                etched etch etchedfoil: comes as an etched foil
                glossy gloss: comes glossy
                old retro: in a frame of 1993 or 1997
                new: in a frame of 2003 or later
                universesbeyond ub: of another universe than Magic's
                default normal: looks as usual
                atypical: has a treatment of its own, such as showcase, extended, borderless or full art
                colorshifted colourshifted: the frame tells that the colour is not the card's own
                manland creatureland: a land that becomes a creature
                dual: one of the ten that are two basic lands in one, and nothing else
                shockland: two basic land types, or 2 life
                fetchland: 1 life and the land for one of two basic land types
                checkland: untapped beside one of two basic land types
                fastland: untapped among the first three lands
                slowland: untapped from the third land on
                painland: untapped, two colours for 1 damage
                triland: tapped, three colours
                scryland: tapped, two colours, scry 1
                gainland lifeland: tapped, two colours, 1 life
                bikeland cycleland bicycleland: two basic land types and cycling
                triome tricycleland trikeland tricycle: three basic land types and cycling
                tangoland battleland: two basic land types, untapped beside two basic lands
                bondland crowdland battlebondland bbdland: untapped against two or more opponents
                bounceland karoo: returns a land, or is given up for one, and adds two mana
                canopyland canland horizonland canopy horizon: two colours for 1 life, or a card for the land
                shadowland snarl revealland: untapped when a basic land type is shown
                filterland: turns one mana into two
                surveilland: two basic land types, surveil 1
                storageland: stores mana
                vergeland verge: a second colour beside a basic land type
                pathway: a land on either side
                tron: one of the three lands of Urza's
                """;
        List<CardKind> kinds = new ArrayList<>();
        rows.lines().forEach(row -> {
            int colon = row.indexOf(": ");
            kinds.add(new CardKind(Arrays.asList(row.substring(0, colon).split(" ")), row.substring(colon + 2)));
        });
        return List.copyOf(kinds);
    }

    private static Map<String, String> canonical() {
        Map<String, String> names = new HashMap<>();
        for (CardKind kind : ALL) {
            kind.names().forEach(name -> names.put(name, kind.names().get(0)));
        }
        return Map.copyOf(names);
    }
}
