package org.mtgtracker.pages.identity;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mtgtracker.identity.boundary.ApiKeyInfo;
import org.mtgtracker.identity.boundary.ApiKeys;
import org.mtgtracker.identity.boundary.MadeApiKey;
import org.mtgtracker.identity.boundary.NewApiKey;
import org.mtgtracker.identity.boundary.Role;
import org.mtgtracker.identity.boundary.Scope;
import org.mtgtracker.pages.site.Exchange;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.rest.identity.CurrentCaller;

/** A person's API keys: {@code /account/keys}. A new key is shown once, on the answer to the form that made it. */
@Named
@RequestScoped
public class KeysPage {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final ApiKeys keys;
    private final CurrentCaller caller;
    private final Exchange exchange;
    private final Said said;
    private List<Key> all;
    private String name = "";
    private List<String> scopes = List.of(Scope.CARDS_READ.word());
    private int days = 90;
    private String made = "";

    /** A key as its owner sees it. */
    public static final class Key {
        private final ApiKeyInfo key;
        private final Instant now;

        Key(ApiKeyInfo key, Instant now) {
            this.key = requireNonNull(key, "key is null");
            this.now = requireNonNull(now, "now is null");
        }

        public String getId() {
            return key.id().toString();
        }

        public String getName() {
            return key.name();
        }

        public String getPrefix() {
            return key.prefix();
        }

        public String getScopes() {
            return Scope.text(key.scopes());
        }

        public String getMade() {
            return DAY.format(key.createdAt());
        }

        public String getExpires() {
            return key.expiresAt().map(DAY::format).orElse("never");
        }

        public String getLastUsed() {
            return key.lastUsedAt().map(DAY::format).orElse("never");
        }

        /** {@code good}, {@code revoked} or {@code expired}. */
        public String getState() {
            if (key.revokedAt().isPresent()) {
                return "revoked";
            }
            return key.expiresAt().filter(end -> !now.isBefore(end)).isPresent() ? "expired" : "good";
        }

        public boolean isUsable() {
            return getState().equals("good");
        }
    }

    @Inject
    public KeysPage(ApiKeys keys, CurrentCaller caller, Exchange exchange, Said said) {
        this.keys = requireNonNull(keys, "keys is null");
        this.caller = requireNonNull(caller, "caller is null");
        this.exchange = requireNonNull(exchange, "exchange is null");
        this.said = requireNonNull(said, "said is null");
    }

    /** For the container's proxy. */
    protected KeysPage() {
        keys = null;
        caller = null;
        exchange = null;
        said = null;
    }

    /** Makes a key. There is no going on to another page, since the key is told this once. */
    public void make() {
        Set<Scope> wanted = EnumSet.noneOf(Scope.class);
        scopes.forEach(word -> Scope.of(word).ifPresent(wanted::add));
        Optional<Instant> expires = days == 0
                ? Optional.empty()
                : Optional.of(Clock.systemUTC().instant().plus(Duration.ofDays(days)));
        said.done(() -> {
            MadeApiKey key = keys.make(caller.required(), new NewApiKey(name, wanted, expires), caller.origin());
            made = key.text();
            name = "";
        });
        all = null;
    }

    /** Revokes the key that a button in the list names. */
    public void act() {
        exchange.pressed("revoke").ifPresent(this::revoke);
    }

    private void revoke(UUID id) {
        if (said.done(() -> keys.revoke(caller.required(), id, caller.origin()))) {
            said.after("The key is revoked.");
            exchange.redirect("/account/keys");
        }
    }

    /** The keys; none when the database does not answer. */
    public List<Key> getKeys() {
        if (all == null) {
            try {
                Instant now = Clock.systemUTC().instant();
                all = keys.list(caller.required()).stream()
                        .map(key -> new Key(key, now))
                        .toList();
            } catch (DatabaseUnavailable e) {
                exchange.status(503);
                all = List.of();
            }
        }
        return all;
    }

    /** What a key of this person can be allowed. */
    public List<String> getPossibleScopes() {
        boolean admin =
                caller.get().filter(who -> who.roles().contains(Role.ADMIN)).isPresent();
        return new ArrayList<>(Arrays.stream(Scope.values())
                .filter(scope -> admin || !scope.administrative())
                .map(Scope::word)
                .toList());
    }

    /** The key that was just made, which is shown this once; empty otherwise. */
    public String getMade() {
        return made;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name.strip();
    }

    public List<String> getScopes() {
        return scopes;
    }

    public void setScopes(List<String> scopes) {
        this.scopes = scopes == null ? List.of() : List.copyOf(scopes);
    }

    /** For how many days the key is good; 0 for ever. */
    public int getDays() {
        return days;
    }

    public void setDays(int days) {
        this.days = days;
    }
}
