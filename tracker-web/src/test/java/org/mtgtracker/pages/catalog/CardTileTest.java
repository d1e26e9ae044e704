package org.mtgtracker.pages.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.mtgtracker.catalog.boundary.CardJson;
import org.mtgtracker.pricing.boundary.DatedPrice;
import org.mtgtracker.pricing.boundary.PriceType;
import org.w3c.dom.Element;

class CardTileTest {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 14);
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");

    @Test
    void a_tile_has_name_set_number_and_price_and_leads_to_the_card() throws Exception {
        Element tile = parsed(tile().getTile());

        assertThat(tile.getTextContent()).isEqualTo("Moss & \"Back\" <b>" + "ABC" + "12a" + "$1,234.50");
        assertThat(((Element) tile.getElementsByTagName("a").item(0)).getAttribute("href"))
                .isEqualTo("/card?id=" + ID);
        assertThat(((Element) tile.getElementsByTagName("img").item(0)).getAttribute("data-else"))
                .isEqualTo("/pictures/x.svg?v=1&w=2");
    }

    @Test
    void a_row_has_a_cell_for_each_column() throws Exception {
        Element row = parsed(tile().getRow());

        assertThat(row.getElementsByTagName("td").getLength()).isEqualTo(7);
        assertThat(row.getTextContent()).startsWith("Moss & \"Back\" <b>").endsWith("$1,234.50");
    }

    @Test
    void a_printing_tells_all_its_prices_and_whether_it_is_the_one_shown() throws Exception {
        StringBuilder html = new StringBuilder();
        tile().writePrinting(html, ID);
        Element row = parsed(html.toString());

        assertThat(row.getAttribute("class")).isEqualTo("this-one");
        assertThat(row.getTextContent()).contains("$1,234.50", "$2.00 etched", "€0.50 foil", "0.02 tix");
        StringBuilder other = new StringBuilder();
        tile().writePrinting(other, UUID.randomUUID());
        assertThat(other.toString()).doesNotContain("this-one", "aria-current");
    }

    private static CardTile tile() {
        return new CardTile(
                CardReader.read(new CardJson(ID, """
                        {"name":"Moss & \\"Back\\" <b>","set":"abc","set_name":"A & B","collector_number":"12a","rarity":"rare"}
                        """.getBytes(UTF_8), 1)),
                "/pictures/x.svg?v=1&w=2",
                Map.of(
                        PriceType.USD, new DatedPrice(DAY, 123_450),
                        PriceType.USD_ETCHED, new DatedPrice(DAY, 200),
                        PriceType.EUR_FOIL, new DatedPrice(DAY, 50),
                        PriceType.TIX, new DatedPrice(DAY, 2)));
    }

    private static Element parsed(String html) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(html.getBytes(UTF_8)))
                .getDocumentElement();
    }
}
