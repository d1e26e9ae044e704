package org.mtgtracker.pages.identity;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.mtgtracker.identity.boundary.Accounts;
import org.mtgtracker.identity.boundary.NameTaken;
import org.mtgtracker.identity.boundary.NewAccount;
import org.mtgtracker.pages.site.Exchange;
import org.mtgtracker.pages.site.OwnPages;
import org.mtgtracker.rest.identity.CurrentCaller;

/**
 * Making an account: {@code /sign-up}. Whoever has made one is signed in with it, not asked again, and back on the page
 * they came from.
 */
@Named
@RequestScoped
public class SignUpPage {
    private final Accounts accounts;
    private final CurrentCaller caller;
    private final SecurityContext security;
    private final Exchange exchange;
    private final Said said;
    private String next = "";
    private String name = "";
    private String email = "";
    private String password = "";

    @Inject
    public SignUpPage(Accounts accounts, CurrentCaller caller, SecurityContext security, Exchange exchange, Said said) {
        this.accounts = requireNonNull(accounts, "accounts is null");
        this.caller = requireNonNull(caller, "caller is null");
        this.security = requireNonNull(security, "security is null");
        this.exchange = requireNonNull(exchange, "exchange is null");
        this.said = requireNonNull(said, "said is null");
    }

    /** For the container's proxy. */
    protected SignUpPage() {
        accounts = null;
        caller = null;
        security = null;
        exchange = null;
        said = null;
    }

    /** Notes where the person came from; whoever has an account does not need another one. */
    public void load() {
        setNext(exchange.parameter("next").orElse(""));
        if (caller.get().isPresent()) {
            exchange.redirect("/account/profile");
        }
    }

    /** Makes the account and goes on signed in. */
    public void signUp() {
        boolean made = said.done(() -> {
            try {
                accounts.signUp(
                        new NewAccount(name, Optional.of(email).filter(text -> !text.isEmpty()), password),
                        caller.origin());
            } catch (NameTaken e) {
                said.error("name", e.getMessage());
            }
        });
        if (!made || FacesContext.getCurrentInstance().getMessages("name").hasNext()) {
            return;
        }
        FacesContext faces = FacesContext.getCurrentInstance();
        AuthenticationStatus status = security.authenticate(
                (HttpServletRequest) faces.getExternalContext().getRequest(),
                (HttpServletResponse) faces.getExternalContext().getResponse(),
                AuthenticationParameters.withParams()
                        .credential(new UsernamePasswordCredential(name, password))
                        .newAuthentication(true));
        if (status == AuthenticationStatus.SUCCESS) {
            exchange.redirect(next.isEmpty() ? "/account/profile" : next);
        } else {
            exchange.redirect("/sign-in");
        }
    }

    /** The path to go on to; empty for the account's page. */
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

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email == null ? "" : email.strip();
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password == null ? "" : password;
    }
}
