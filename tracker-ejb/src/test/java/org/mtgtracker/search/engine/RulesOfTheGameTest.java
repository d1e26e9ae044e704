package org.mtgtracker.search.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtgtracker.search.RealCards;
import org.mtgtracker.search.boundary.SearchOptions;
import org.mtgtracker.search.index.CardIndex;

/** What queries must find among the real cards of September 2019, by the rules of the game and by what players know. */
class RulesOfTheGameTest {
    private static CardIndex index;
    private static Searcher searcher;

    @BeforeAll
    static void build() {
        index = RealCards.index();
        searcher = new Searcher(index, Clock.systemUTC());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "is:dual | Badlands; Bayou; Plateau; Savannah; Scrubland; Taiga; Tropical Island; Tundra; Underground Sea;"
                        + " Volcanic Island",
                "is:painland | Adarkar Wastes; Battlefield Forge; Brushland; Caves of Koilos; Karplusan Forest;"
                        + " Llanowar Wastes; Shivan Reef; Sulfurous Springs; Underground River; Yavimaya Coast",
                "is:triland | Arcane Sanctum; Crumbling Necropolis; Frontier Bivouac; Jungle Shrine; Mystic Monastery;"
                        + " Nomad Outpost; Opulent Palace; Sandsteppe Citadel; Savage Lands; Seaside Citadel",
                "is:canopyland | Fiery Islet; Horizon Canopy; Nurturing Peatland; Silent Clearing; Sunbaked Canyon;"
                        + " Waterlogged Grove",
                "is:bikeland | Canyon Slough; Fetid Pools; Irrigated Farmland; Scattered Groves; Sheltered Thicket",
                "is:bounceland id<=1 | Coral Atoll; Dormant Volcano; Everglades;" + " Jungle Basin; Karoo",
                "is:storageland | Bottomless Vault; Calciform Pools; Dreadship Reef; Dwarven Hold; Fountain of Cho;"
                        + " Fungal Reaches; Hollow Trees; Icatian Store; Mercadian Bazaar; Molten Slagheap;"
                        + " Rushwood Grove; Saltcrusted Steppe; Sand Silos; Saprazzan Cove; Subterranean Hangar",
                "is:gainland set:zen | Akoum Refuge; Graypelt Refuge; Jwar Isle Refuge; Kazandu Refuge; Sejiri Refuge",
                "pow<=0.5 pow>0 -is:dfc | Little Girl",
                "pow=1+* | Allosaurus Rider; Gaea's Avenger; Haunting Apparition; Lost Order of Jarkeld; Mwonvuli Ooze",
                "devotion={g}{g} flaxen |",
                "devotion={g} flaxen | Flaxen Intruder // Welcome Home",
                "devotion<{r} startled |",
                "o:\"~ can't attack or block\" t:god c:r | Hazoret the Fervent",
                "o:\"(this\" |",
                "pow=2+* | Angry Mob; Aysen Crusader",
                "tou=7-* | Shapeshifter",
                "lightningbolt | Lightning Bolt",
                "limduls vault | Lim-Dûl's Vault",
                "fire-ice | Fire // Ice",
                "!'Kongming, \"Sleeping Dragon\"' | Kongming, \"Sleeping Dragon\"",
                "name:/\\/\\/ ice$/ | Fire // Ice",
                "is:commander t:planeswalker c:u | Aminatou, the Fateshifter; Estrid, the Masked; Saheeli, the Gifted;"
                        + " Jace, Vryn's Prodigy // Jace, Telepath Unbound; Teferi, Temporal Archmage; Will Kenrith;"
                        + " Nicol Bolas, the Ravager // Nicol Bolas, the Arisen",
                "is:meldresult | Brisela, Voice of Nightmares; Chittering Host; Hanweir, the Writhing Township",
                "is:split c=wr | Integrity // Intervention; Leave // Chance; Onward // Victory; Order // Chaos;"
                        + " Response // Resurgence; Wear // Tear",
                "c:m e:m15 | Garruk, Apex Predator; Sliver Hivelord",
                "pow=-1 not:funny | Char-Rumbler; Spinal Parasite",
                "cmc=15 not:funny | Autochthon Wurm; Emrakul, the Aeons Torn",
                "mana=XX | Chalice of the Void; Hangarback Walker; Orochi Hatchery; Walking Ballista",
                "mana>=XXX | Astral Cornucopia",
                "m={2/w}{2/w}{2/w} | Spectral Procession",
                "m=0 t:artifact e:mrd | Chrome Mox; Ornithopter; Welding Jar",
                "loy=6 c=r | Chandra, Awakened Inferno; Chandra Nalaar",
                "t:legendary t:snow | Dark Depths; Marit Lage's Slumber",
                "e:war t:god | God-Eternal Bontu; God-Eternal Kefnet; God-Eternal Oketra; God-Eternal Rhonas;"
                        + " Ilharg, the Raze-Boar",
                "date=war t:god | God-Eternal Bontu; God-Eternal Kefnet; God-Eternal Oketra; God-Eternal Rhonas;"
                        + " Ilharg, the Raze-Boar",
                "year<1995 t:angel | Fallen Angel; Gabriel Angelfire; Serra Angel",
                "banned:legacy t:creature | Deathrite Shaman; Goblin Recruiter; Hermit Druid; Tempest Efreet;"
                        + " Timmerian Fiends",
                "banned:modern t:land | Ancient Den; Cloudpost; Dark Depths; Eye of Ugin; Great Furnace; Seat of the Synod;"
                        + " Tree of Tales; Vault of Whispers",
                "produces=wu t:land -t:basic e:rtr | Azorius Guildgate; Hallowed Fountain",
                "id:wu is:dual | Tundra",
                "kw:cycling e:akh t:land | Canyon Slough; Fetid Pools; Irrigated Farmland; Scattered Groves;"
                        + " Sheltered Thicket",
                "-is:reprint e:m10 r:mythic | Baneslayer Angel; Master of the Wild Hunt; Protean Hydra; Sphinx Ambassador;"
                        + " Vampire Nocturnus; Xathrid Demon",
                "e:m10 -(c:b or c:r) r:mythic | Ajani Goldmane; Baneslayer Angel; Darksteel Colossus; Garruk Wildspeaker;"
                        + " Jace Beleren; Master of the Wild Hunt; Platinum Angel; Protean Hydra; Sphinx Ambassador; Time Warp",
                "in:mtgo -in:paper t:dragon |",
                "\"fire // ice\" | Fire // Ice",
                "wm:izzet t:legendary | Melek, Izzet Paragon; Niv-Mizzet, Dracogenius; Niv-Mizzet, Parun;"
                        + " Niv-Mizzet, the Firemind; Tibor and Lumia",
                "mv=1000000 is:funny | Gleemax",
                "t:legendary t:sorcery | Jaya's Immolating Inferno; Kamahl's Druidic Vow; Karn's Temporal Sundering;"
                        + " Primevals' Glorious Rebirth; Urza's Ruinous Blast; Yawgmoth's Vile Offering",
            })
    void a_query_finds_exactly(String query, String cards) {
        assertThat(names(query)).isEqualTo(split(cards));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "t:orc | Orcish Artillery | Lightning Bolt; Fireball; Time Walk",
                "t:rat | Relentless Rats; Rotting Rats | Ramirez DePietro; Rigging Runner",
                "t:ape | Kird Ape; Uktabi Orangutan | Clone; Mutavault",
                "t:ox | Yoked Ox | Foxfire Oak; Eight-and-a-Half-Tails",
                "t:legend | Isamaru, Hound of Konda | Serra Angel",
                "t:urza | Urza's Tower; Urza's Mine | Island",
                "is:manland | Mutavault; Mishra's Factory; Celestial Colonnade; Stalking Stones; Svogthos, the Restless Tomb"
                        + " | Sorrow's Path; Dryad Arbor; Gargoyle Castle",
                "is:future | Tarmogoyf; Narcomoeba | Serra Angel",
                "is:commander | Karona, False God | Serra Angel; Jace Beleren; Griselbrand; Brisela, Voice of Nightmares",
                "is:phyrexian | Spellskite; Dismember | Serra Angel",
                "frame:old | Serra Angel | Baneslayer Angel",
                "t:legendary in:booster e:c13 | Mirari | Sol Ring",
                "is:historic | Sol Ring; History of Benalia; Jace, Ingenious Mind-Mage; Karn, Scion of Urza | Serra Angel",
                "is:party | Dark Confidant; Goblin Piledriver; Mistform Ultimus | Serra Angel; Llanowar Elves",
                "is:spell | Lightning Bolt; Sol Ring; Legion's Landing // Adanto, the First Fort | Island; Maze of Ith",
                "is:permanent | Island; Serra Angel; Bonecrusher Giant // Stomp | Lightning Bolt; Wrath of God",
                "is:vanilla | Grizzly Bears; Isamaru, Hound of Konda | Serra Angel; Sol Ring",
                "is:frenchvanilla | Serra Angel; Vampire Nighthawk; Baneslayer Angel | Grizzly Bears; Llanowar Elves",
                "is:frenchvanilla | Gallowbraid; Aboroth; Deepcavern Imp; Black Knight; Blood Knight; Beloved Chaplain;"
                        + " Tel-Jilad Chosen; Vault Skirge; Arcbound Wanderer; Wall of Shards"
                        + " | Aerathi Berserker; Arcbound Worker; Ardenvale Tactician // Dizzying Swoop; Serra Ascendant",
                "pow=* | Tarmogoyf; Ornithopter; Birds of Paradise | Serra Angel",
                "o:/\\smr/ | Frost Raptor; Gorilla Shaman; Lashwrithe | Serra Angel; Llanowar Elves",
                "kw:firststrike | White Knight | Serra Angel",
                "is:bear | Grizzly Bears; Runeclaw Bear; Duskwatch Recruiter // Krallenhorde Howler |"
                        + " Tarmogoyf; Watchwolf; Dark Confidant",
                "is:modal | Cryptic Command; Izzet Charm; Abzan Charm; Outpost Siege | Lightning Bolt",
                "is:etb | Elvish Visionary; Mulldrifter | Serra Angel; Lightning Bolt",
                "is:tron | Urza's Mine; Urza's Power Plant; Urza's Tower | Urza's Factory",
                "is:fbb | Flying Carpet | Shock",
                "is:timeshifted | Jasmine Boreal | Lightning Bolt",
                "is:unset | Chicken à la King; Chicken Egg | Lightning Bolt",
                "is:phyrexian | Dismember; Birthing Pod | Serra Angel",
                "is:hybrid | Kitchen Finks; Figure of Destiny; Spectral Procession | Dismember; Serra Angel",
                "kw:flying | Serra Angel; Birds of Paradise | Jump; Earthquake; Giant Spider",
                "kw:haste | Goblin Guide; Ball Lightning | Fervor; Lightning Greaves",
                "o:\"draw a card\" | Opt; Elvish Visionary | Ancestral Recall",
                "o:\"~ enters the battlefield\" | Elvish Visionary; Mulldrifter | Serra Angel",
                "o:\"can't be blocked except by creatures with flying\" | Treetop Scout | Serra Angel",
                "o:/^{T}: Add {G}\\./ | Llanowar Elves; Elvish Mystic | Birds of Paradise",
                "o:/\\bdies\\b/ | Doomed Dissenter; Blood Artist | Serra Angel",
                "pow>tou | Ball Lightning; Savannah Lions | Serra Angel; Wall of Omens",
                "pow=tou | Serra Angel; Grizzly Bears | Ball Lightning",
                "cmc<pow | Phyrexian Dreadnought | Serra Angel; Tarmogoyf",
                "pt>=30 | Emrakul, the Aeons Torn | Serra Angel",
                "tou=* | Tarmogoyf | Serra Angel",
                "devotion:gggg | Khalni Hydra | Llanowar Elves",
                "produces:c | Sol Ring; Wastes; Mishra's Workshop | Black Lotus",
                "produces>=wubrg | Birds of Paradise; Black Lotus; City of Brass | Tundra; Sol Ring",
                "c>=4 | Atraxa, Praetors' Voice; Progenitus | Niv-Mizzet, Parun",
                "c=2 id=2 t:instant | Lightning Helix; Izzet Charm | Lightning Bolt",
                "c:0 t:artifact | Sol Ring; Black Lotus | Etherium Sculptor",
                "id<=ug | Llanowar Elves; Sol Ring; Island | Lightning Bolt",
                "id:esper | Sphinx of the Steel Wind; Sol Ring | Lightning Bolt",
                "m>=WW cmc<=2 | White Knight; Knight of Meadowgrain | Savannah Lions",
                "f:pauper | Lightning Bolt; Counterspell | Black Lotus; Tarmogoyf",
                "restricted:vintage | Black Lotus; Sol Ring; Brainstorm | Lightning Bolt",
                "banned:commander | Black Lotus; Griselbrand; Primeval Titan | Sol Ring",
                "is:reserved | Black Lotus; Gaea's Cradle; Lion's Eye Diamond | Sol Ring; Lightning Bolt",
                "in:lea -in:m10 | Black Lotus | Lightning Bolt; Serra Angel",
                "in:common in:mythic | Dark Ritual | Lightning Bolt",
                "prints>30 t:creature | Llanowar Elves; Serra Angel | Tarmogoyf",
                "a:\"rebecca guay\" | Bitterblossom; Wood Elves | Lightning Bolt",
                "artists>1 | Academy Ruins | Black Lotus",
                "ft:chandra e:m10 | Inferno Elemental | Serra Angel",
                "is:leveler | Student of Warfare; Kargan Dragonlord | Serra Angel",
                "is:saga | History of Benalia; The Eldest Reborn | Serra Angel",
                "is:transform | Delver of Secrets // Insectile Aberration | Fire // Ice; Brisela, Voice of Nightmares",
                "st:core | Serra Angel | Tarmogoyf",
                "b:innistrad | Delver of Secrets // Insectile Aberration; Griselbrand | Lightning Bolt",
                "not:reprint e:lea | Black Lotus; Serra Angel | Tarmogoyf",
                "new:art e:m10 | Baneslayer Angel | Serra Angel",
                "t:\"legendary creature\" c:wubrg | Progenitus; Sliver Legion | Atraxa, Praetors' Voice",
                "nazgul or séance or jotun | Séance; Jötun Grunt | Serra Angel",
                "goblin -t:goblin | Goblin Bombardment; Goblin War Drums | Goblin Guide",
                "name:/\\bdragon$/ | Shivan Dragon | Dragon Whelp",
                "border:white e:4ed | Serra Angel; Shivan Dragon | Tarmogoyf",
                "frame:1993 t:angel | Serra Angel; Fallen Angel | Baneslayer Angel",
                "is:tangoland | Canopy Vista; Sunken Hollow | Tundra",
                "include:extras t:squirrel | Squirrel; Earl of Squirrel | Serra Angel",
            })
    void a_query_finds_and_leaves_out(String query, String found, String leftOut) {
        Set<String> names = names(query);
        Set<String> known = new TreeSet<>();
        index.nameTable().entries().forEach(entry -> known.add(entry.name()));
        // a name that no card has would say nothing
        assertThat(known).containsAll(split(found)).containsAll(split(leftOut));
        assertThat(names).containsAll(split(found)).doesNotContainAnyElementsOf(split(leftOut));
    }

    private static Set<String> split(String cards) {
        Set<String> all = new TreeSet<>();
        if (cards != null) {
            Arrays.stream(cards.split(";")).map(String::strip).forEach(all::add);
        }
        return all;
    }

    private static Set<String> names(String query) {
        Set<String> names = new TreeSet<>();
        for (int page = 1; ; page++) {
            Results results = searcher.find(SearchOptions.of(query).limit(1000).page(page));
            assertThat(results.warnings()).as(query).isEqualTo(List.of());
            for (int position : results.positions()) {
                names.add(index.name(position));
            }
            if (results.next().isEmpty()) {
                return names;
            }
        }
    }
}
