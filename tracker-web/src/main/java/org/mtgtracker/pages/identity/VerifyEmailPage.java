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
 * Where the link in a mail leads that asks to verify an address: {@code /verify-email}, with the token in {@code token}.
 * To look at it takes nothing: mail programs open links before people do.
 */
@Named
@RequestScoped
public class VerifyEmailPage {
    private final Accounts accounts;
    private final CurrentCaller caller;
    private final Exchange exchange;
    private final Said said;
    private String token = "";
    private boolean done;
    private boolean stale;

    @Inject
    public VerifyEmailPage(Accounts accounts, CurrentCaller caller, Exchange exchange, Said said) {
        this.accounts = requireNonNull(accounts, "accounts is null");
        this.caller = requireNonNull(caller, "caller is null");
        this.exchange = requireNonNull(exchange, "exchange is null");
        this.said = requireNonNull(said, "said is null");
    }

    /** For the container's proxy. */
    protected VerifyEmailPage() {
        accounts = null;
        caller = null;
        exchange = null;
        said = null;
    }

    /** Takes the token out of the address. */
    public void load() {
        setToken(exchange.parameter("token").orElse(""));
    }

    /** Verifies the address that the token was sent to. */
    public void verify() {
        done = said.done(() -> {
            try {
                accounts.verifyEmail(token, caller.origin());
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

    /** Whether whoever looks is signed in, and can ask for another mail. */
    public boolean isSignedIn() {
        return caller.get().isPresent();
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token == null ? "" : token.strip();
    }
}
