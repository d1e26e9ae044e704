package org.mtgtracker.pages.identity;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mtgtracker.identity.boundary.Accounts;
import org.mtgtracker.identity.boundary.WrongCredentials;
import org.mtgtracker.pages.site.Exchange;
import org.mtgtracker.rest.identity.CurrentCaller;

/**
 * Setting a new password by a token, out of a mail or from an administrator: {@code /reset-password}, which asks for the
 * token when {@code token} does not have it.
 */
@Named
@RequestScoped
public class ResetPasswordPage {
    private final Accounts accounts;
    private final CurrentCaller caller;
    private final Exchange exchange;
    private final Said said;
    private String token = "";
    private String password = "";
    private boolean done;
    private boolean stale;

    @Inject
    public ResetPasswordPage(Accounts accounts, CurrentCaller caller, Exchange exchange, Said said) {
        this.accounts = requireNonNull(accounts, "accounts is null");
        this.caller = requireNonNull(caller, "caller is null");
        this.exchange = requireNonNull(exchange, "exchange is null");
        this.said = requireNonNull(said, "said is null");
    }

    /** For the container's proxy. */
    protected ResetPasswordPage() {
        accounts = null;
        caller = null;
        exchange = null;
        said = null;
    }

    /** Takes the token out of the address. */
    public void load() {
        setToken(exchange.parameter("token").orElse(""));
    }

    /** Sets the password. */
    public void reset() {
        done = said.done(() -> {
            try {
                accounts.reset(token, password, caller.origin());
            } catch (WrongCredentials e) {
                stale = true;
            }
        });
    }

    /** What is to be shown: the form, that it is done, or that the token is worth nothing. */
    public String getState() {
        if (stale) {
            return "stale";
        }
        return done ? "done" : "form";
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token == null ? "" : token.strip();
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password == null ? "" : password;
    }
}
