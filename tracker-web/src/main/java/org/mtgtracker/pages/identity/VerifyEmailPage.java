package org.mtgtracker.pages.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mtgtracker.identity.boundary.Accounts;
import org.mtgtracker.pages.site.Exchange;
import org.mtgtracker.rest.identity.CurrentCaller;

/** Where the link in a mail leads that asks to verify an address: {@code /verify-email}. */
@Named
@RequestScoped
public class VerifyEmailPage extends TokenForm {
    @Inject
    public VerifyEmailPage(Accounts accounts, CurrentCaller caller, Exchange exchange, Said said) {
        super(accounts, caller, exchange, said);
    }

    /** For the container's proxy. */
    protected VerifyEmailPage() {}

    /** Verifies the address that the token was sent to. */
    public void verify() {
        use((accounts, caller) -> accounts.verifyEmail(getToken(), caller.origin()));
    }
}
