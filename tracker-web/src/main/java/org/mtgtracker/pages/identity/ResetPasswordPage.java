package org.mtgtracker.pages.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mtgtracker.identity.boundary.Accounts;
import org.mtgtracker.pages.site.Exchange;
import org.mtgtracker.rest.identity.CurrentCaller;

/** Setting a new password by a token, out of a mail or from an administrator: {@code /reset-password}. */
@Named
@RequestScoped
public class ResetPasswordPage extends TokenForm {
    private String password = "";

    @Inject
    public ResetPasswordPage(Accounts accounts, CurrentCaller caller, Exchange exchange, Said said) {
        super(accounts, caller, exchange, said);
    }

    /** For the container's proxy. */
    protected ResetPasswordPage() {}

    /** Sets the password. */
    public void reset() {
        use((accounts, caller) -> accounts.reset(getToken(), password, caller.origin()));
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password == null ? "" : password;
    }
}
