package org.mtgtracker.pages.trending;

import static java.util.Objects.requireNonNull;

import org.mtgtracker.pages.catalog.SetView;
import org.mtgtracker.pages.site.Amounts;
import org.mtgtracker.pricing.boundary.PriceType;
import org.mtgtracker.trending.boundary.SetMover;

/** A set whose cards together become dearer or cheaper, in a list. */
public final class SetMoverView {
    private final SetView set;
    private final PriceType type;
    private final SetMover mover;

    SetMoverView(SetView set, PriceType type, SetMover mover) {
        this.set = requireNonNull(set, "set is null");
        this.type = requireNonNull(type, "type is null");
        this.mover = requireNonNull(mover, "mover is null");
    }

    public SetView getSet() {
        return set;
    }

    public int getCards() {
        return mover.cards();
    }

    public String getOld() {
        return Amounts.of(type, mover.oldCents());
    }

    public String getNow() {
        return Amounts.of(type, mover.nowCents());
    }

    public String getChange() {
        return Amounts.change(type, mover.nowCents() - mover.oldCents());
    }

    public String getPercent() {
        return Amounts.percent(mover.oldCents(), mover.nowCents());
    }

    public String getWay() {
        return Amounts.way(mover.oldCents(), mover.nowCents());
    }
}
