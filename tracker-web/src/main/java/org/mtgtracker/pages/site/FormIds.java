package org.mtgtracker.pages.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.UUID;

/** Names each form that is shown, so that it is told from the next one and done once: see {@link SentForms}. */
@Named("forms")
@RequestScoped
public class FormIds {
    private final String id = UUID.randomUUID().toString();

    /** What the hidden field {@value SentForms#ONCE} of every form on this page holds. */
    public String getOnce() {
        return id;
    }
}
