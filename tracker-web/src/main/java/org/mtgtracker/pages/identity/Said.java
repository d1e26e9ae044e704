package org.mtgtracker.pages.identity;

import static jakarta.faces.application.FacesMessage.SEVERITY_ERROR;
import static jakarta.faces.application.FacesMessage.SEVERITY_INFO;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.util.Map;
import org.mtgtracker.identity.boundary.BadDetail;
import org.mtgtracker.identity.boundary.IdentityFailure;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;

/** What a page answers to a form, beside the field that it is about where it is about one. */
@RequestScoped
public class Said {
    private static final String NO_DATABASE =
            "Nothing can be changed at the moment: the database does not answer. Please try again in a minute.";

    private static final Map<String, String> FIELDS = Map.of(
            "name", "The name",
            "email", "The e-mail address",
            "password", "The password",
            "newPassword", "The new password",
            "currentPassword", "This",
            "scopes", "The choice of what it may do",
            "expiresAt", "The day on which it expires");

    /** What a form asks for. */
    @FunctionalInterface
    public interface Change {
        void make();
    }

    /** Makes a change; why it cannot be made is said, and the form keeps its values. True when it was made. */
    public boolean done(Change change) {
        try {
            change.make();
            return true;
        } catch (BadDetail e) {
            error(e.field(), FIELDS.getOrDefault(e.field(), "This") + " " + e.rule() + ".");
        } catch (IdentityFailure e) {
            error(null, e.getMessage());
        } catch (DatabaseUnavailable e) {
            error(null, NO_DATABASE);
        }
        return false;
    }

    /** Tells that something was done, on the page that is gone on to. */
    public void after(String sentence) {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().getFlash().setKeepMessages(true);
        faces.addMessage(null, new FacesMessage(SEVERITY_INFO, sentence, null));
    }

    /**
     * Says what is wrong.
     *
     * @param field the id of the field that it is about; null for the whole form
     */
    public void error(String field, String sentence) {
        FacesContext.getCurrentInstance().addMessage(field, new FacesMessage(SEVERITY_ERROR, sentence, null));
    }
}
