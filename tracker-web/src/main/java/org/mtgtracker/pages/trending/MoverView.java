package org.mtgtracker.pages.trending;

import static java.util.Objects.requireNonNull;

import org.mtgtracker.pages.catalog.CardTile;
import org.mtgtracker.pages.site.Amounts;
import org.mtgtracker.pages.site.Html;
import org.mtgtracker.pricing.boundary.PriceType;
import org.mtgtracker.trending.boundary.Mover;

/** A card whose price moves, in a list. */
public final class MoverView {
    private final CardTile card;
    private final PriceType type;
    private final Mover mover;

    MoverView(CardTile card, PriceType type, Mover mover) {
        this.card = requireNonNull(card, "card is null");
        this.type = requireNonNull(type, "type is null");
        this.mover = requireNonNull(mover, "mover is null");
    }

    public CardTile getCard() {
        return card;
    }

    public String getOld() {
        return Amounts.of(type, mover.old().cents());
    }

    public String getOldDay() {
        return mover.old().day().toString();
    }

    public String getNow() {
        return Amounts.of(type, mover.now().cents());
    }

    public String getNowDay() {
        return mover.now().day().toString();
    }

    public String getChange() {
        return Amounts.change(type, (long) mover.now().cents() - mover.old().cents());
    }

    public String getPercent() {
        return Amounts.percent(mover.old().cents(), mover.now().cents());
    }

    /** {@code up} or {@code down}. */
    public String getWay() {
        return Amounts.way(mover.old().cents(), mover.now().cents());
    }

    /** Its line in a list, as HTML. */
    void write(StringBuilder html) {
        html.append("<li class=\"mover\"><a class=\"mover-card\" href=\"/card?id=")
                .append(card.getId())
                .append("\"><img src=\"")
                .append(Html.text(card.getPicture()))
                .append("\" data-else=\"")
                .append(Html.text(card.getStandIn()))
                .append("\" alt=\"\" width=\"488\" height=\"680\" loading=\"lazy\" decoding=\"async\"/><span>")
                .append(Html.text(card.getName()))
                .append("</span></a><span class=\"mover-set\"><span class=\"code\">")
                .append(Html.text(card.getSetCode()))
                .append("</span> ")
                .append(Html.text(card.getSetName()))
                .append("</span><span class=\"mover-now\">")
                .append(getNow())
                .append("</span><span class=\"mover-old\">was ")
                .append(getOld())
                .append("</span><strong class=\"mover-change ")
                .append(getWay())
                .append("\">")
                .append(getPercent())
                .append("</strong><span class=\"mover-amount\">")
                .append(getChange())
                .append("</span></li>");
    }
}
