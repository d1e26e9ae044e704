package org.mtgtracker.pages.catalog;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/** A set in a list. */
public final class SetView {
    private final String code;
    private final String name;
    private final String type;
    private final String released;
    private final int cards;
    private final String icon;
    private final String scryfallUri;

    /**
     * @param type as Scryfall has it; empty when it is not known
     * @param icon an address at Scryfall; empty when there is none
     */
    SetView(String code, String name, String type, String released, int cards, String icon, String scryfallUri) {
        this.code = requireNonNull(code, "code is null");
        this.name = requireNonNull(name, "name is null");
        this.type = requireNonNull(type, "type is null");
        this.released = requireNonNull(released, "released is null");
        this.cards = cards;
        this.icon = requireNonNull(icon, "icon is null");
        this.scryfallUri = requireNonNull(scryfallUri, "scryfallUri is null");
    }

    public String getCode() {
        return code;
    }

    public String getCapitals() {
        return code.toUpperCase(Locale.ROOT);
    }

    public String getName() {
        return name;
    }

    /** Scryfall's word for the kind of set; empty when it is not known. */
    public String getType() {
        return type;
    }

    /** For people. */
    public String getKind() {
        return kind(type);
    }

    static String kind(String type) {
        return type.isEmpty()
                ? ""
                : type.substring(0, 1).toUpperCase(Locale.ROOT)
                        + type.substring(1).replace('_', ' ');
    }

    public String getReleased() {
        return released;
    }

    public String getYear() {
        return released.length() < 4 ? "Not known" : released.substring(0, 4);
    }

    public int getCards() {
        return cards;
    }

    public String getIcon() {
        return icon;
    }

    public String getScryfallUri() {
        return scryfallUri;
    }
}
