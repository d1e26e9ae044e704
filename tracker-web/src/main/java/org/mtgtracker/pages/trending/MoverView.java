package org.mtgtracker.pages.trending;

import static java.util.Objects.requireNonNull;

import org.mtgtracker.pages.catalog.CardTile;
import org.mtgtracker.pages.site.Amounts;
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
}
