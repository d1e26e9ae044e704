package org.mtgtracker.pages.identity;

import static jakarta.faces.application.FacesMessage.SEVERITY_ERROR;
import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import org.mtgtracker.identity.boundary.Role;
import org.mtgtracker.pages.site.Exchange;
import org.mtgtracker.pages.site.OwnPages;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.rest.identity.WaysIn;

/** Signing in with name and password, and out again: {@code /sign-in}. */
@Named
@RequestScoped
public class SignInPage {
    private static final String WRONG = "This name and password do not belong together.";
    private static final String NO_DATABASE =
            "Nobody can be signed in at the moment: the database does not answer. Please try again in a minute.";

    private final SecurityContext security;
    private final Exchange exchange;
    private String next = "";
    private String name = "";
    private String password = "";

    @Inject
    public SignInPage(SecurityContext security, Exchange exchange) {
        this.security = requireNonNull(security, "security is null");
        this.exchange = requireNonNull(exchange, "exchange is null");
    }

    /** For the container's proxy. */
    protected SignInPage() {
        security = null;
        exchange = null;
    }

    /** Notes where the person wanted to go before being asked to sign in. */
    public void load() {
        setNext(exchange.parameter("next").orElse(""));
    }

    /** Signs in and goes on to where the person wanted to go; says the same sentence whatever was wrong. */
    public void signIn() {
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            HttpServletRequest request = request(faces);
            AuthenticationStatus status = security.authenticate(
                    request,
                    (HttpServletResponse) faces.getExternalContext().getResponse(),
                    AuthenticationParameters.withParams()
                            .credential(new UsernamePasswordCredential(name, password))
                            .newAuthentication(true));
            switch (status) {
                case SUCCESS -> exchange.redirect(next.isEmpty() ? "/" : next);
                case SEND_CONTINUE -> faces.responseComplete();
                case SEND_FAILURE, NOT_DONE -> refused(faces, request);
            }
        } catch (DatabaseUnavailable e) {
            refused(faces, NO_DATABASE);
        }
    }

    /** Ends the session. */
    public void signOut() throws ServletException {
        HttpServletRequest request = request(FacesContext.getCurrentInstance());
        request.logout();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        exchange.redirect("/");
    }

    private static void refused(FacesContext faces, HttpServletRequest request) {
        if (request.getAttribute(WaysIn.TOO_EARLY) instanceof Long seconds) {
            refused(faces, "There were too many wrong attempts. Please try again in " + seconds + " seconds.");
            return;
        }
        refused(faces, request.getAttribute(WaysIn.UNAVAILABLE) == null ? WRONG : NO_DATABASE);
    }

    private static void refused(FacesContext faces, String sentence) {
        faces.addMessage(null, new FacesMessage(SEVERITY_ERROR, sentence, null));
    }

    private static HttpServletRequest request(FacesContext faces) {
        return (HttpServletRequest) faces.getExternalContext().getRequest();
    }

    /** Who is signed in; empty when nobody is. */
    public String getCaller() {
        Principal caller = security.getCallerPrincipal();
        return caller == null ? "" : caller.getName();
    }

    /** True when who is signed in runs the installation. */
    public boolean isAdmin() {
        return security.isCallerInRole(Role.ADMIN.name());
    }

    /** True when the page that the person wanted to see, or sent something to, is for those who are signed in. */
    public boolean isNeeded() {
        return next.startsWith("/account/") || next.startsWith("/admin/");
    }

    /** The path to go on to; empty for the start page. */
    public String getNext() {
        return next;
    }

    /** Takes the path to go on to, and takes nothing that leads out of this application. */
    public void setNext(String path) {
        next = OwnPages.path(path);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name.strip();
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password == null ? "" : password;
    }
}
