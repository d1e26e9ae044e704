package org.mtgtracker.bare;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;

/** What the bare page shows: the text that was put there under the name in its address. */
@Named("bare")
@RequestScoped
public class BarePage {
    public String getText() {
        String name = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get("of");
        return new String(BareResource.named(name), UTF_8);
    }
}
