package org.mtgtracker.server.demo;

import java.util.List;

/** How one printing of a card differs from the plain one of its set. */
enum Look {
    REGULAR(1, "", "", ""),
    /** A second picture in the same frame. */
    ALTERNATE(1, "", "", ""),
    /** Sold in foil only, with a star behind its number. */
    STARRED(1.3, "", "", ""),
    SHOWCASE(1.3, "showcase", "", "boosterfun"),
    EXTENDED(1.4, "extendedart", "", "boosterfun"),
    BORDERLESS(1.9, "inverted", "borderless", "boosterfun"),
    FULL_ART(2, "", "", ""),
    ETCHED(1.2, "etched", "", ""),
    GILDED(4, "inverted", "borderless", ""),
    PRERELEASE(1.1, "", "", "prerelease"),
    PROMO_PACK(1.2, "", "", "promopack"),
    TEXTLESS(1.6, "", "", "playerrewards");

    private final double worth;
    private final String frameEffect;
    private final String border;
    private final String promoType;

    Look(double worth, String frameEffect, String border, String promoType) {
        this.worth = worth;
        this.frameEffect = frameEffect;
        this.border = border;
        this.promoType = promoType;
    }

    /** What it costs, measured by the plain printing. */
    double worth() {
        return worth;
    }

    List<String> frameEffects() {
        return frameEffect.isEmpty() ? List.of() : List.of(frameEffect);
    }

    String border(DemoSet set) {
        return border.isEmpty() ? set.borderColour() : border;
    }

    List<String> promoTypes() {
        return promoType.isEmpty() ? List.of() : List.of(promoType);
    }

    List<String> finishes(OracleCard card) {
        return switch (this) {
            case STARRED, PRERELEASE -> List.of("foil");
            case ETCHED -> List.of("etched");
            case GILDED -> List.of("foil", "etched");
            default -> card.isExtra() && card.fame() < 0.6 ? List.of("nonfoil") : List.of("nonfoil", "foil");
        };
    }

    /** Whether boosters hold it; they hold the plain cards, and old sets' second pictures. */
    boolean isInBoosters() {
        return this == REGULAR || this == ALTERNATE || this == STARRED;
    }
}
