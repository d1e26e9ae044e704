package org.mtgtracker.pages.identity;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.mtgtracker.identity.boundary.Account;
import org.mtgtracker.identity.boundary.Accounts;
import org.mtgtracker.pages.site.Exchange;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.rest.identity.CurrentCaller;

/** A person's account: address, password, a copy of everything, and the end of it: {@code /account/profile}. */
@Named
@RequestScoped
public class ProfilePage {
    private final Accounts accounts;
    private final CurrentCaller caller;
    private final Exchange exchange;
    private final Said said;
    private Optional<Account> account = Optional.empty();
    private String email;
    private String currentPassword = "";
    private String newPassword = "";
    private boolean sure;

    @Inject
    public ProfilePage(Accounts accounts, CurrentCaller caller, Exchange exchange, Said said) {
        this.accounts = requireNonNull(accounts, "accounts is null");
        this.caller = requireNonNull(caller, "caller is null");
        this.exchange = requireNonNull(exchange, "exchange is null");
        this.said = requireNonNull(said, "said is null");
    }

    /** For the container's proxy. */
    protected ProfilePage() {
        accounts = null;
        caller = null;
        exchange = null;
        said = null;
    }

    /** The account as it is; null when the database does not answer. */
    public Account getAccount() {
        if (account.isEmpty()) {
            try {
                account = caller.get().map(accounts::of);
            } catch (DatabaseUnavailable e) {
                exchange.status(503);
            }
        }
        return account.orElse(null);
    }

    public void changeEmail() {
        if (said.done(() -> accounts.changeEmail(
                caller.required(), Optional.ofNullable(email).filter(text -> !text.isBlank()), caller.origin()))) {
            said.after("Your e-mail address is changed.");
            exchange.redirect("/account/profile");
        }
    }

    /** Whether the address was proved. */
    public boolean isVerified() {
        return getAccount() != null && getAccount().emailVerified();
    }

    /** Whether there is an address that waits to be proved by mail. */
    public boolean isWaiting() {
        return accounts.sendsMail()
                && getAccount() != null
                && getAccount().email().isPresent()
                && !getAccount().emailVerified();
    }

    /** Sends the mail again that asks to prove the address. */
    public void sendAgain() {
        if (said.done(() -> accounts.requestVerification(caller.required()))) {
            said.after("The mail is on its way.");
            exchange.redirect("/account/profile");
        }
    }

    public void changePassword() {
        if (said.done(
                () -> accounts.changePassword(caller.required(), currentPassword, newPassword, caller.origin()))) {
            said.after("Your password is changed, and all your other sessions have ended.");
            exchange.redirect("/account/profile");
        }
    }

    /** Sends everything that is kept of the account, as a file. */
    public void export() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        byte[][] file = new byte[1][];
        boolean made = said.done(() -> {
            String json = JsonbBuilder.create().toJson(accounts.export(caller.required(), caller.origin()));
            file[0] = json.getBytes(StandardCharsets.UTF_8);
        });
        if (made) {
            faces.getExternalContext().setResponseContentType("application/json");
            faces.getExternalContext().setResponseContentLength(file[0].length);
            faces.getExternalContext()
                    .setResponseHeader("Content-Disposition", "attachment; filename=\"mtg-tracker-account.json\"");
            faces.getExternalContext().getResponseOutputStream().write(file[0]);
            faces.responseComplete();
        }
    }

    /** Deletes the account, when the person is sure. */
    public void delete() throws ServletException {
        if (!sure) {
            said.error("sure", "Tick this to say that you are sure.");
            return;
        }
        if (said.done(() -> accounts.delete(caller.required(), caller.origin()))) {
            ((HttpServletRequest) FacesContext.getCurrentInstance()
                            .getExternalContext()
                            .getRequest())
                    .logout();
            exchange.redirect("/");
        }
    }

    public String getEmail() {
        return email != null || getAccount() == null
                ? email
                : getAccount().email().orElse("");
    }

    public void setEmail(String email) {
        this.email = email == null ? "" : email.strip();
    }

    public String getCurrentPassword() {
        return currentPassword;
    }

    public void setCurrentPassword(String currentPassword) {
        this.currentPassword = currentPassword == null ? "" : currentPassword;
    }

    public String getNewPassword() {
        return newPassword;
    }

    public void setNewPassword(String newPassword) {
        this.newPassword = newPassword == null ? "" : newPassword;
    }

    public boolean isSure() {
        return sure;
    }

    public void setSure(boolean sure) {
        this.sure = sure;
    }
}
