package org.mtgtracker.pages.admin;

import static jakarta.faces.application.FacesMessage.SEVERITY_ERROR;
import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import org.mtgtracker.identity.boundary.Role;
import org.mtgtracker.pages.site.Exchange;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;

/** What the pages for administrators have in common: nobody else is shown or does anything, and what fails is said. */
@RequestScoped
public class AdminGuard {
    private static final String NO_DATABASE = "The database does not answer at the moment. Try again in a minute.";

    private final SecurityContext security;
    private final Exchange exchange;

    @Inject
    public AdminGuard(SecurityContext security, Exchange exchange) {
        this.security = requireNonNull(security, "security is null");
        this.exchange = requireNonNull(exchange, "exchange is null");
    }

    /** For the container's proxy. */
    protected AdminGuard() {
        security = null;
        exchange = null;
    }

    /** Whether an administrator asks; the container guards the path, this the page. */
    public boolean isAdmin() {
        return security.isCallerInRole(Role.ADMIN.name());
    }

    /** Answers that the page is not for the caller, unless it is; true when it has. */
    public boolean refuses() {
        if (isAdmin()) {
            return false;
        }
        exchange.refuse(403);
        return true;
    }

    /** Says on the page why something was not done. */
    public void say(String sentence) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(SEVERITY_ERROR, sentence, null));
    }

    /** Says that nothing can be done without the database. */
    public void say(DatabaseUnavailable away) {
        requireNonNull(away, "away is null");
        say(NO_DATABASE);
    }
}
