package org.mtgtracker.pages.pricing;

import java.util.List;
import java.util.OptionalInt;
import org.mtgtracker.pages.site.Amounts;
import org.mtgtracker.pages.site.Html;
import org.mtgtracker.pricing.boundary.DayPrices;
import org.mtgtracker.pricing.boundary.PriceType;

/** The prices of a chart for those who would rather read them: the head and rows of a table, the newest day first. */
final class PriceTable {
    private PriceTable() {}

    static String of(List<DayPrices> days, List<PriceType> types) {
        if (days.isEmpty()) {
            return "";
        }
        StringBuilder html = new StringBuilder(80 * (days.size() + 1) * (types.size() + 1))
                .append("<thead><tr><th scope=\"col\">Day</th>");
        types.forEach(type -> html.append("<th scope=\"col\" class=\"number\">")
                .append(Html.text(Amounts.shortName(type)))
                .append("</th>"));
        html.append("</tr></thead><tbody>");
        for (int at = days.size() - 1; at >= 0; at--) {
            DayPrices day = days.get(at);
            html.append("<tr><th scope=\"row\" class=\"date\">")
                    .append(day.day())
                    .append("</th>");
            for (PriceType type : types) {
                OptionalInt cents = day.of(type);
                html.append("<td class=\"number\">")
                        .append(cents.isPresent() ? Html.text(Amounts.of(type, cents.getAsInt())) : "–")
                        .append("</td>");
            }
            html.append("</tr>");
        }
        return html.append("</tbody>").toString();
    }
}
