package org.mtgtracker.rest.pricing;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Parts of the answers about prices as the API's description has them; they are written by {@link PricesJson}. */
public final class PricesSchema {
    private PricesSchema() {}

    /** A price and its day (UTC). */
    public record PriceOfDay(@Schema(example = "0.25") String price, LocalDate day) {}

    /**
     * How a price went in a period.
     *
     * @param days how many days were priced
     */
    public record PriceCourse(String open, String high, String low, String close, String average, int days) {}

    /** The newest prices of a card by type, null for a type that was never priced. */
    public record LatestPricesOfCard(
            @Schema(description = "The card's Scryfall id") String id,
            PriceOfDay usd,
            PriceOfDay usd_foil,
            PriceOfDay usd_etched,
            PriceOfDay eur,
            PriceOfDay eur_foil,
            PriceOfDay tix) {}

    /** What the prices of a card have done, by type; a type that was never priced is absent. */
    public record PriceStatisticsOfCard(
            PriceStatisticsOfType usd,
            PriceStatisticsOfType usd_foil,
            PriceStatisticsOfType usd_etched,
            PriceStatisticsOfType eur,
            PriceStatisticsOfType eur_foil,
            PriceStatisticsOfType tix) {}

    /** What one price of a card has done in all the time that is known. */
    public record PriceStatisticsOfType(
            PriceOfDay newest,

            @Schema(description = "Of several days with it the first")
            PriceOfDay high,

            @Schema(description = "Of several days with it the first")
            PriceOfDay low,

            @Schema(description = "How many days were priced")
            int days,

            List<PriceChange> changes,

            @Schema(
                    nullable = true,
                    description = "Standard deviation of ln(p/q)/sqrt(d) over each price p and the one before it, q,"
                            + " d days earlier, within the last 365 days; null with fewer than three prices")
            String volatility) {}

    /** The newest price against the newest one on or before a day. */
    public record PriceChange(
            @Schema(description = "How many days back from the newest priced day")
            int days,

            PriceOfDay old,
            String amount,
            @Schema(example = "-12.50") String percent) {}
}
