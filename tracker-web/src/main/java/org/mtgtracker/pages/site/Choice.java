package org.mtgtracker.pages.site;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Function;

/** One of several things that can be chosen: an option of a select, or a link among links. */
public final class Choice {
    private final String value;
    private final String label;
    private final String address;
    private final boolean chosen;

    public Choice(String value, String label, String address, boolean chosen) {
        this.value = requireNonNull(value, "value is null");
        this.label = requireNonNull(label, "label is null");
        this.address = requireNonNull(address, "address is null");
        this.chosen = chosen;
    }

    /** Options of a select. */
    public static <T> List<Choice> of(
            List<T> all, T chosen, Function<? super T, String> value, Function<? super T, String> label) {
        return all.stream()
                .map(one -> new Choice(value.apply(one), label.apply(one), "", one.equals(chosen)))
                .toList();
    }

    /** Links, each to the page as it is when that is chosen. */
    public static <T> List<Choice> links(
            List<T> all, T chosen, Function<? super T, String> address, Function<? super T, String> label) {
        return all.stream()
                .map(one -> new Choice("", label.apply(one), address.apply(one), one.equals(chosen)))
                .toList();
    }

    public String getValue() {
        return value;
    }

    public String getLabel() {
        return label;
    }

    public String getAddress() {
        return address;
    }

    /** For the attribute {@code selected}, which is left out when it is empty. */
    public String getSelected() {
        return chosen ? "selected" : "";
    }

    /** For the attribute {@code checked}. */
    public String getChecked() {
        return chosen ? "checked" : "";
    }

    /** For the attribute {@code aria-current}. */
    public String getCurrent() {
        return chosen ? "true" : "";
    }
}
