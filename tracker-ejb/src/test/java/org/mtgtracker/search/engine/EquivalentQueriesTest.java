package org.mtgtracker.search.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mtgtracker.search.RealCards;
import org.mtgtracker.search.index.CardIndex;
import org.roaringbitmap.RoaringBitmap;

/** Pairs of queries that mean the same by Scryfall's guide and the rules of the game, over all real cards. */
class EquivalentQueriesTest {
    private static final String PAIRS = """
            name:ofthe === name:"of the"
            name:*ft* === name:ft
            is:unique include:extras === sets=1 include:extras
            is:modern === frame:2003
            is:future === frame:future
            is:new === frame:new
            is:old === frame:old
            is:retro === frame:old
            frame:nyx === frame:nyxtouched
            e:zendikar === e:zen
            in:zendikar === in:zen
            block:wwk === block:zen
            keyword:firststrike === kw:"first strike"
            keyword:first-strike === kw:"first strike"
            m:{w/p} === m:{p/w}
            m:{2/w} === m:{w/2}
            m:{u/w} === m:{w/u}
            m:{w/u} === mana:w/u
            m=2ww === m={2}{w}{w}
            cmc=x === cmc=0
            pow=x === pow=0
            c:m === c>=2
            c:gold === c>1
            c:brown === c:c
            c:colorless === c=0
            c:rainbow === c=5
            c=wubrg === c:5
            c:multicolor === c>=2
            id:c === id=0
            id<=esper === id:esper
            id:esper === identity<=wub
            c:azorius === c>=wu
            c=boros === c=rw
            c:chaos === c>=ubrg
            c:aggression === c>=wbrg
            c:altruism === c>=wurg
            c:growth === c>=wubg
            c:artifice === c>=wubr
            c:quandrix === c>=gu
            c:lorehold === c>=rw
            c:silverquill === c>=wb
            c:prismari === c>=ur
            c:witherbloom === c>=bg
            c:jund === c>=brg
            c:naya === c>=rgw
            c:grixis === c>=ubr
            c:bant === c>=gwu
            c:abzan === c>=wbg
            c:jeskai === c>=urw
            c:sultai === c>=bgu
            c:mardu === c>=rwb
            c:temur === c>=gur
            c:ketria === c:temur
            c:raugrin === c:jeskai
            c:riveteers === c:jund
            c:white === c:w
            color:blue === colour:u
            c:wu === c>=wu
            c<=wu -c=wu === c<wu
            c!=w === -c=w
            commander:wu === id:wu
            is:historic === (t:legendary or t:artifact or t:saga)
            is:permanent === (t:creature or t:artifact or t:enchantment or t:land or t:planeswalker)
            is:companion === kw:companion
            is:split === layout:split
            is:flip === layout:flip -t:token
            is:transform === layout:transform
            is:tdfc === is:transform
            is:meld === layout:meld
            is:leveler === layout:leveler
            is:adventure === layout:adventure
            is:etb === fo:enters
            is:dfc === (layout:transform or layout:modal_dfc or layout:double_faced_token or layout:art_series or layout:reversible_card)
            is:host === is:augmentation
            is:watermark === has:watermark
            is:masterpiece === st:masterpiece
            is:core === st:core
            is:expansion === st:expansion
            is:starter === st:starter
            is:firstprinting === -is:reprint
            not:reprint === -is:reprint
            is:colorshifted === frame:colorshifted
            is:fullart === is:full
            is:hires === is:highres
            is:reserved === is:reservedlist
            is:shockland t:land === is:shockland
            is:onlyprint === is:unique
            is:splitmana === is:hybrid
            is:triome === is:tricycleland
            is:karoo === is:bounceland
            is:canland === is:canopyland
            is:creatureland === is:manland
            is:battleland === is:tangoland
            is:bikeland === is:cycleland
            f:edh === f:commander
            legal:modern === f:modern
            format:vintage === (f:vintage or restricted:vintage)
            r:m === r:mythic
            rarity>=rare === (r:rare or r:special or r:mythic or r:bonus)
            r<uncommon === r:common
            st:draftinnovation === st:draft_innovation
            st:"draft innovation" === st:draft_innovation
            st:from_the_vault === st:ftv
            devotion:{r/g} === devotion:{g/r}
            devotion:r === devotion:{r}
            devotion>=rr === devotion:{r}{r}
            produces:wu === produces>=wu
            produces=any === produces>=1
            date>=ktk === date>=2014-09-26
            date:2019 === year:2019
            date=2019-07 === (date>=2019-07-01 date<=2019-07-31)
            year>2018 === date>=2019-01-01
            date<1994 === year<1994
            o:'draw a card' === o:"draw a card"
            o:“draw a card” === o:"draw a card"
            o:"draw a card" === oracle:"draw a card"
            o:/draw a card/ === o:"draw a card"
            o:DRAW === o:draw
            o:~ === o:"~"
            ft:"the" === flavor:the
            a:avon === artist:avon
            t:elf t:warrior === t:elf and t:warrior
            (t:elf or t:goblin) c:g === c:g (t:goblin OR t:elf)
            t:elf or t:goblin c:r === t:elf or (t:goblin c:r)
            -(t:elf or t:goblin) t:creature === -t:elf -t:goblin t:creature
            -t:elf === -(t:elf)
            --t:elf === t:elf
            lightning bolt === name:lightning name:bolt
            "lightning bolt" === name:"lightning bolt"
            !"Lightning Bolt" === !lightningbolt
            !fire === !"Fire // Ice"
            !"fire ice" === !"Fire // Ice"
            fire//ice === fire ice
            !"Lim-Dûl's Vault" === !"lim-duls vault"
            name:limdul === name:"lim-dûl"
            aether === æther
            jotun === jötun
            cn:1 === number:1
            prints=1 === -prints>1
            usd>0.5 === -usd<=0.5 usd>=0
            usd>=1 usd<2 === usd>=1 -usd>=2 usd>0
            tix<1 === tix<1.00
            edhrec<100 === edhrec<=99
            pow>tou === tou<pow
            pt=5 === powtou=5
            cmc=pow === pow=cmc
            loy=3 === loyalty:3
            -in:paper === paperprints=0 -in:paper
            game:mtgo === game:modo
            game:arena === game:mtga
            lang:ja === lang:japanese
            lang:es === lang:spanish
            border:borderless === is:borderless
            wm:azorius === watermark:azorius
            has:indicator === is:indicator
            has:flavor === ft:/./
            id>=wu id<=wub === id:esper id>=azorius
            is:phyrexian === (o:/\\{[wubrg]\\/p\\}/ or m:/\\{[wubrg]\\/p\\}/)
            o:/\\sm/ === o:/\\{([0-9]+|[wubrgcsxyz½]|.\\/.|∞|h[wr])\\}/
            kw:flying t:creature === t:creature keyword:flying
            banned:modern r:c === r:common banned:modern
            t:planeswalker loy>4 === t:planeswalker loyalty>=5
            t:land produces=wu === produces:wu produces<=wu t:land
            t:elf OR t:goblin AND c:r === t:elf or (t:goblin c:r)
            t:elf and (c:g or c:b) === t:elf (c:g or c:b)
            o:"{T}: Add {G}" === o:"{t}: add {g}"
            o:{T} t:artifact === o:"{T}" t:artifact
            o:+1/+1 e:m10 === o:"+1/+1" e:m10
            o:"can't be blocked" === o:"can’t be blocked"
            t:urza's === t:"urza's"
            name:"Fire // Ice" === !"Fire // Ice"
            fire // ice === fire ice
            ft:"jace" === ft:/jace/
            s:war === set:war
            e:WAR === e:war
            war e:war === e:war name:war
            cn>=10 cn<=20 e:m10 === e:m10 -cn<10 -cn>20
            e:m10 cn:10 === e:m10 number=10
            cn:★10 === number:★10
            is:commander c:wubrg === is:commander id=wubrg c:wubrg
            id:wubrg === id<=5
            id>=2 id<=2 === id=2
            id:m === id>=2
            c>1 c<3 === c=2
            produces>=3 t:land === t:land -produces<3 produces>=3
            produces:c === produces>=c
            m:{g}{u} === m>=gu
            m>3WU === m>={3}{w}{u} -m={3}{w}{u}
            m:x === m:{x}
            m={0} === m=0
            m:0 === m=0
            m:{2} t:artifact -m={2} === m>{2} t:artifact
            mv=0.5 === cmc=.5
            mv=1000000 === cmc>=1000000
            mv>=3 mv<=3 === mv=3
            mv<tou t:creature === t:creature tou>mv
            pow=-1 === pow<0
            pow:*  e:m10 === pow=* e:m10
            loy=x === loyalty=0
            loy:* === loy=x
            def:3 === defense=3
            -pow>=1 t:creature e:m10 === t:creature e:m10 (pow<1)
            t:emblem === layout:emblem
            t:plane === layout:planar t:plane
            t:vanguard === layout:vanguard
            t:scheme === layout:scheme
            e:ust === st:funny e:ust
            is:funny t:creature === (st:funny or border:silver) t:creature is:funny
            e:ced === e:ced include:extras
            st:memorabilia === st:memorabilia include:extras
            goblin include:extras === include:extras name:goblin
            in:ja === in:japanese
            banned:commander === -f:commander banned:commander
            not:funny === -is:funny
            -not:funny === is:funny
            date>="m10" === date>=m10
            date>=M10 === date>=m10
            date=m10 === date>=m10 date<=m10
            date>now === year>2100
            date<=today === date<=now
            year=2015 t:dragon === date>=2015-01-01 date<=2015-12-31 t:dragon
            prefer:oldest t:elf === t:elf
            order:cmc t:elf === t:elf
            unique:prints !"lightning bolt" === !"lightning bolt" ++
            unique:art !forest === !forest @@
            display:grid t:elf === t:elf
            is:dual === !"tundra" or !"underground sea" or !badlands or !taiga or !savannah or !scrubland or !"volcanic island" or !bayou or !plateau or !"tropical island"
            is:fetchland === is:fetchland t:land
            is:checkland c:c === is:checkland
            is:manland === t:land o:"becomes a" o:creature is:manland
            t:land t:island t:swamp === t:island t:swamp
            (((t:elf))) === t:elf
            ((t:elf) (c:g)) === t:elf c:g
            t:elf ( c:g or c:b ) === t:elf (c:g or c:b)
            t:elf (c:g) === t:elf c:g
            -t:elf -t:goblin c=1 t:creature === c=1 t:creature -(t:elf or t:goblin)
            -(-t:elf) === t:elf
            t:elf or === t:elf
            color>=uw -c:red === c>=uw -c:r
            id<=esper t:instant === t:instant id:esper
            o:"draw" t:creature === t:creature o:draw
            kw:"split second" === keyword:splitsecond
            mana:{G}{U} === m:gu
            m:2WW === m:{2}{w}{w}
            devotion:{u/b}{u/b}{u/b} === devotion>={b/u}{b/u}{b/u}
            produces=wu === produces>=wu produces<=wu
            pow>tou c:w t:creature === t:creature c:w tou<pow
            t:planeswalker loy=3 === loy:3 t:planeswalker
            is:meld === is:meldpart or is:meldresult
            c>=br is:spell f:duel === f:duel is:spell c:br
            is:vanilla r:c e:m10 === e:m10 r:common is:vanilla
            r:common t:artifact === t:artifact r=c
            r>=r === r>=rare
            b:wwk === b:zen
            tix>15.00 === tix>15
            usd>=0.50 e:war === e:war usd>=.5
            a:"proce" === artist:proce
            ft:mishra === flavor:mishra
            wm:orzhov === watermark:"orzhov"
            is:new r:m === r:mythic frame:new
            is:old t:artifact === t:artifact frame:old
            is:full t:land === t:land is:fullart
            is:digital === -game:paper is:digital
            year<=1994 === date<=1994-12-31
            date>=2015-08-18 === date>2015-08-17
            is:reprint e:m10 === e:m10 -is:firstprint
            not:reprint e:m10 === e:m10 is:firstprint
            is:unique e:m10 === e:m10 sets=1
            lang:japanese === lang:ja
            lang:any t:forest lang:es === t:forest lang:es
            !"Lightning Bolt" unique:prints === !"Lightning Bolt"
            t:fish or t:bird === (t:fish OR t:bird)
            t:land (a:titus or a:avon) === t:land a:titus or t:land a:avon
            through (depths or sands or mists) === through depths or through sands or through mists
            t:/^legendary/ === t:legendary t:/^legendary/
            o:/^{T}:/ === o:/^\\{t\\}:/
            name:/\\bizzet\\b/ === name:izzet name:/\\bizzet\\b/
            """;

    /** What no card of 2019 is, or the file does not tell of any; the pairs are understood alike all the same. */
    private static final List<String> OF_NONE = List.of(
            "is:companion === kw:companion",
            "is:triome === is:tricycleland",
            "tix<1 === tix<1.00",
            "tix>15.00 === tix>15",
            "usd>=0.50 e:war === e:war usd>=.5",
            "cn:★10 === number:★10",
            "def:3 === defense=3",
            "date>now === year>2100");

    @Test
    void queries_that_mean_the_same_find_the_same() {
        CardIndex index = RealCards.index();
        Searcher searcher = new Searcher(index, Clock.systemUTC());
        Map<String, String> different = new TreeMap<>();
        List<String> warned = new ArrayList<>();
        List<String> empty = new ArrayList<>();
        int pairs = 0;
        for (String pair : PAIRS.lines().toList()) {
            String[] both = pair.split(" === ");
            Searcher.Fitting one = searcher.fitting(both[0]);
            Searcher.Fitting other = searcher.fitting(both[1]);
            if (one.positions().isEmpty()) {
                empty.add(pair);
            }
            warned.addAll(one.warnings());
            warned.addAll(other.warnings());
            if (!one.positions().equals(other.positions())) {
                RoaringBitmap first = RoaringBitmap.xor(one.positions(), other.positions());
                different.put(pair, index.name(first.first()) + " and " + first.getCardinality() + " in all");
            }
            pairs++;
        }
        assertThat(pairs).isGreaterThan(150);
        assertThat(warned).isEmpty();
        assertThat(different).isEmpty();
        assertThat(empty).isSubsetOf(OF_NONE);
    }
}
