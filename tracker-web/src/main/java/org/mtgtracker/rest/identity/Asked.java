package org.mtgtracker.rest.identity;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.mtgtracker.identity.boundary.Act;
import org.mtgtracker.identity.boundary.Witness;

/** Leaves in the audit log what the running request asks of a component that keeps no accounts. */
@RequestScoped
public class Asked {
    private final Witness witness;
    private final CurrentCaller current;

    @Inject
    public Asked(Witness witness, CurrentCaller current) {
        this.witness = requireNonNull(witness, "witness is null");
        this.current = requireNonNull(current, "current is null");
    }

    /** For the container's proxy. */
    protected Asked() {
        witness = null;
        current = null;
    }

    /** A source without what may be secret in it: who signs in to it, and what its query carries. */
    public static String source(String source) {
        return source.split("[?#]", 2)[0].replaceFirst("//[^/@]*@", "//");
    }

    /**
     * Notes it, before it is done.
     *
     * @param detail what exactly, in a few words
     */
    public void note(Act act, String detail) {
        witness.note(current.required(), act, detail, current.origin());
    }
}
