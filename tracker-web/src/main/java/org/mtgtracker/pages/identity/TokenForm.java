package org.mtgtracker.pages.identity;

import static java.util.Objects.requireNonNull;

import org.mtgtracker.identity.boundary.Accounts;
import org.mtgtracker.identity.boundary.WrongCredentials;
import org.mtgtracker.pages.site.Exchange;
import org.mtgtracker.rest.identity.CurrentCaller;

/**
 * A form that a token out of a mail leads to, in the parameter {@code token} or typed: what became of the token decides
 * what is shown next. To look at it takes nothing: mail programs open links before people do.
 */
public abstract class TokenForm {
    private final Accounts accounts;
    private final CurrentCaller caller;
    private final Exchange exchange;
    private final Said said;
    private String token = "";
    private boolean done;
    private boolean stale;

    TokenForm(Accounts accounts, CurrentCaller caller, Exchange exchange, Said said) {
        this.accounts = requireNonNull(accounts, "accounts is null");
        this.caller = requireNonNull(caller, "caller is null");
        this.exchange = requireNonNull(exchange, "exchange is null");
        this.said = requireNonNull(said, "said is null");
    }

    /** For the container's proxy. */
    TokenForm() {
        accounts = null;
        caller = null;
        exchange = null;
        said = null;
    }

    /** What a token is good for; throws {@link WrongCredentials} when it is not. */
    @FunctionalInterface
    protected interface Use {
        void of(Accounts accounts, CurrentCaller caller);
    }

    /** Takes the token out of the address. */
    public void load() {
        setToken(exchange.parameter("token").orElse(""));
    }

    protected void use(Use use) {
        done = said.done(() -> {
            try {
                use.of(accounts, caller);
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
}
