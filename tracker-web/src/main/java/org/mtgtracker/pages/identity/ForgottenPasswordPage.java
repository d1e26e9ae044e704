package org.mtgtracker.pages.identity;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mtgtracker.identity.boundary.Accounts;
import org.mtgtracker.rest.identity.CurrentCaller;

/** Asking for a new password: {@code /forgotten-password}. Without a mail server it says whom to ask instead. */
@Named
@RequestScoped
public class ForgottenPasswordPage {
    private final Accounts accounts;
    private final CurrentCaller caller;
    private final Said said;
    private String name = "";
    private boolean asked;

    @Inject
    public ForgottenPasswordPage(Accounts accounts, CurrentCaller caller, Said said) {
        this.accounts = requireNonNull(accounts, "accounts is null");
        this.caller = requireNonNull(caller, "caller is null");
        this.said = requireNonNull(said, "said is null");
    }

    /** For the container's proxy. */
    protected ForgottenPasswordPage() {
        accounts = null;
        caller = null;
        said = null;
    }

    /** Has the mail sent, if there is such an account; whether there is, is not told. */
    public void ask() {
        asked = said.done(() -> accounts.requestReset(name, caller.origin()));
    }

    /** Whether this installation sends mail. */
    public boolean isMail() {
        return accounts.sendsMail();
    }

    public boolean isAsked() {
        return asked;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name.strip();
    }
}
