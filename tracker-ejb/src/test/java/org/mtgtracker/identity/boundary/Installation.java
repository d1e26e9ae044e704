package org.mtgtracker.identity.boundary;

import static java.util.Comparator.comparing;

import com.github.benmanes.caffeine.cache.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.PlainEntities;
import org.mtgtracker.identity.PlainHash;
import org.mtgtracker.identity.control.Parts;
import org.mtgtracker.identity.entity.ApiKey;
import org.mtgtracker.identity.entity.AuditRecord;
import org.mtgtracker.identity.entity.OneTimeToken;
import org.mtgtracker.identity.entity.PublicSigningKey;
import org.mtgtracker.identity.entity.RefreshToken;
import org.mtgtracker.identity.entity.User;
import org.mtgtracker.identity.entity.UserSession;
import org.mtgtracker.persistence.boundary.Entities;

/** Identity over a test database, with a clock that is set by hand. Two of them over one schema are two pods. */
final class Installation implements AutoCloseable {
    static final String PASSWORD = "all my mountains burn at dawn";
    static final Origin HOME = new Origin("192.0.2.1", "test");

    private static final Path KEYS = keys();

    final SettableClock clock;
    final Parts parts;
    final Callers callers;
    final Sessions sessions;
    final Accounts accounts;
    final ApiKeys keys;
    final Users users;
    final Audit audit;
    private final PlainEntities entities;

    Installation(DatabaseUnderTest database, String schema) {
        this(database, schema, new SettableClock(), Optional.of(KEYS), Map.of(), List.of());
    }

    /** To make a key takes longer than most tests. */
    private static Path keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "keys");
            Files.writeString(
                    folder.resolve("operators.pem"),
                    "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                            + "\n-----END PRIVATE KEY-----\n");
            return folder;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Installation(
            DatabaseUnderTest database,
            String schema,
            SettableClock clock,
            Optional<Path> keyFolder,
            Map<String, String> mail,
            List<PersonalData> others) {
        this.clock = clock;
        entities = new PlainEntities(
                database.schema(schema),
                User.class,
                ApiKey.class,
                UserSession.class,
                RefreshToken.class,
                OneTimeToken.class,
                AuditRecord.class,
                PublicSigningKey.class);
        Ticker ticker = () -> clock.instant().toEpochMilli() * 1_000_000;
        parts = new Parts(entities, clock, ticker, new PlainHash(), keyFolder, mail, others);
        callers = new Callers(entities, parts.accessTokens, parts.known, parts.keyUse, clock);
        sessions = new Sessions(parts.people, parts.passwords, parts.guesses, parts.accessTokens, parts.audit, clock);
        accounts = new Accounts(
                parts.people,
                parts.rules,
                parts.passwords,
                parts.guesses,
                parts.oneTimeTokens,
                parts.mails,
                parts.erasure,
                parts.exported,
                parts.audit,
                clock);
        keys = new ApiKeys(parts.people, parts.known, parts.audit, clock);
        users = new Users(parts.people, parts.oneTimeTokens, parts.guesses, parts.erasure, parts.audit, clock);
        audit = new Audit(parts.people);
    }

    Entities entities() {
        return entities;
    }

    /** A new account of a name that no other test has. */
    Account person() {
        return accounts.signUp(
                new NewAccount("p" + UUID.randomUUID().toString().substring(0, 12), Optional.empty(), PASSWORD), HOME);
    }

    /** A new administrator, signed in. */
    Caller admin() {
        Account account = person();
        entities.write(manager -> {
            org.mtgtracker.identity.control.People.known(manager, account.id()).give(Role.ADMIN);
            return null;
        });
        return signIn(account).caller();
    }

    SessionTokens signIn(Account account) {
        return sessions.signIn(account.name(), PASSWORD, HOME);
    }

    /** What the audit log says of an account, the oldest first. */
    List<Act> acts(UUID account) {
        List<AuditEntry> entries = new ArrayList<>(audit.find(new AuditFilter(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(account),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        100))
                .data());
        entries.sort(comparing(AuditEntry::id));
        return entries.stream().map(AuditEntry::act).toList();
    }

    @Override
    public void close() {
        entities.close();
    }

    /** Stands still until it is told otherwise. */
    static final class SettableClock extends Clock {
        private Instant now = Instant.parse("2026-03-01T12:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
