package org.mtgtracker.pages.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mtgtracker.values.boundary.Uuids;

/** The request that a page answers and the answer's status; page beans know HTTP by this only. */
@RequestScoped
public class Exchange {
    /** A parameter of the address; empty when the address does not name it. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(external().getRequestParameterMap().get(name));
    }

    /** All values of a parameter of the address, in its order. */
    public List<String> parameters(String name) {
        String[] values = external().getRequestParameterValuesMap().get(name);
        return values == null ? List.of() : List.of(values);
    }

    /**
     * The id that a button in a row names: with it the row is meant that the person saw, wherever it is by now. Empty when
     * another button was pressed.
     */
    public Optional<UUID> pressed(String button) {
        return parameter(button).flatMap(Uuids::in);
    }

    /** Answers with this status; the page is shown all the same. */
    public void status(int code) {
        external().setResponseStatus(code);
    }

    /** Answers with the error page of this status instead of the page. */
    public void refuse(int code) {
        try {
            external().responseSendError(code, null);
            FacesContext.getCurrentInstance().responseComplete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sends the browser to another page of this application.
     *
     * @param path begins with a slash; never taken from a request, which would make it an open redirect
     */
    public void redirect(String path) {
        try {
            external().redirect(external().getRequestContextPath() + path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ExternalContext external() {
        return FacesContext.getCurrentInstance().getExternalContext();
    }
}
