package org.mtgtracker.identity.boundary;

import static java.util.Objects.requireNonNull;

/** A name, an address, a password or another detail is not as it has to be. */
public final class BadDetail extends IdentityFailure {
    private final String field;
    private final String rule;

    /**
     * Says which and why.
     *
     * @param rule ends the sentence "The field x …"
     */
    public BadDetail(String field, String rule) {
        super("The field " + field + " " + rule + ".");
        this.field = requireNonNull(field, "field is null");
        this.rule = requireNonNull(rule, "rule is null");
    }

    public String field() {
        return field;
    }

    public String rule() {
        return rule;
    }
}
