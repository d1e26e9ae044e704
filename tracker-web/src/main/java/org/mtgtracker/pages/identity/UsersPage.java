package org.mtgtracker.pages.identity;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.mtgtracker.identity.boundary.Account;
import org.mtgtracker.identity.boundary.Page;
import org.mtgtracker.identity.boundary.Role;
import org.mtgtracker.identity.boundary.UserFilter;
import org.mtgtracker.identity.boundary.Users;
import org.mtgtracker.pages.site.Address;
import org.mtgtracker.pages.site.Exchange;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.rest.identity.CurrentCaller;

/** All accounts, for admins: {@code /admin/users?q=}, of one {@code id}. */
@Named
@RequestScoped
public class UsersPage {
    private static final int SHOWN = 50;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final Users users;
    private final CurrentCaller caller;
    private final Exchange exchange;
    private final Said said;
    private Page<Account> page;
    private String token = "";
    private String tokenOf = "";

    /** An account in the table. */
    public static final class Row {
        private final Account account;

        Row(Account account) {
            this.account = requireNonNull(account, "account is null");
        }

        public String getId() {
            return account.id().toString();
        }

        public String getName() {
            return account.name();
        }

        public String getEmail() {
            return account.email().orElse("");
        }

        public boolean isVerified() {
            return account.emailVerified();
        }

        public String getRole() {
            return account.role().name().toLowerCase(Locale.ROOT);
        }

        public boolean isAdmin() {
            return account.role() == Role.ADMIN;
        }

        public boolean isActive() {
            return account.active();
        }

        public String getMade() {
            return DAY.format(account.createdAt());
        }
    }

    @Inject
    public UsersPage(Users users, CurrentCaller caller, Exchange exchange, Said said) {
        this.users = requireNonNull(users, "users is null");
        this.caller = requireNonNull(caller, "caller is null");
        this.exchange = requireNonNull(exchange, "exchange is null");
        this.said = requireNonNull(said, "said is null");
    }

    /** For the container's proxy. */
    protected UsersPage() {
        users = null;
        caller = null;
        exchange = null;
        said = null;
    }

    /** Does what a button in the list says, to the account that it names. */
    public void act() {
        exchange.pressed("make-admin")
                .ifPresent(id -> change(id, Optional.of(Role.ADMIN), Optional.empty(), "The role is changed."));
        exchange.pressed("make-user")
                .ifPresent(id -> change(id, Optional.of(Role.USER), Optional.empty(), "The role is changed."));
        exchange.pressed("enable")
                .ifPresent(id -> change(id, Optional.empty(), Optional.of(true), "The account is enabled."));
        exchange.pressed("disable")
                .ifPresent(id -> change(id, Optional.empty(), Optional.of(false), "The account is disabled."));
        exchange.pressed("sign-out")
                .ifPresent(id -> then(
                        () -> users.signOut(caller.required(), id, caller.origin()),
                        "All sessions of the account have ended."));
        exchange.pressed("unlock")
                .ifPresent(id -> then(
                        () -> users.unlock(caller.required(), id, caller.origin()),
                        "The account’s wrong passwords are forgotten."));
        exchange.pressed("token").ifPresent(this::makeToken);
    }

    private void change(UUID id, Optional<Role> role, Optional<Boolean> active, String sentence) {
        then(() -> users.change(caller.required(), id, role, active, caller.origin()), sentence);
    }

    /** Makes a token with which the person sets a new password; it is shown this once. */
    private void makeToken(UUID id) {
        said.done(() -> {
            token = users.resetToken(caller.required(), id, caller.origin()).token();
            tokenOf = page().data().stream()
                    .filter(account -> account.id().equals(id))
                    .map(Account::name)
                    .findFirst()
                    .orElse("the account");
        });
    }

    private void then(Said.Change change, String sentence) {
        if (said.done(change)) {
            said.after(sentence);
            exchange.redirect(address(Optional.of(getAfter())));
        }
    }

    private String address(Optional<String> after) {
        return Address.of("/admin/users")
                .with("q", getWords(), "")
                .with("after", after.orElse(""), "")
                .toString();
    }

    private Page<Account> page() {
        if (page == null) {
            try {
                page = users.find(new UserFilter(
                        Optional.of(getWords()).filter(text -> !text.isEmpty()),
                        Optional.empty(),
                        Optional.empty(),
                        exchange.parameter("after").filter(text -> !text.isEmpty()),
                        SHOWN));
            } catch (DatabaseUnavailable e) {
                exchange.status(503);
                page = new Page<>(List.of(), Optional.empty());
            }
        }
        return page;
    }

    public List<Row> getUsers() {
        return page().data().stream().map(Row::new).toList();
    }

    /** The address of the next part of the list; empty on the last. */
    public String getNextAddress() {
        return page().next().map(after -> address(Optional.of(after))).orElse("");
    }

    /** Where this part of the list begins; empty for the first. */
    public String getAfter() {
        return exchange.parameter("after").orElse("");
    }

    /** Part of a name or address that is looked for. */
    public String getWords() {
        return exchange.parameter("q").orElse("").strip();
    }

    /** The token that was just made; empty otherwise. */
    public String getToken() {
        return token;
    }

    public String getTokenOf() {
        return tokenOf;
    }
}
