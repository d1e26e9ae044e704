package org.mtgtracker.identity.control;

import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtgtracker.identity.PlainHash;
import org.mtgtracker.identity.boundary.PersonalData;
import org.mtgtracker.persistence.boundary.Entities;

/** What the boundaries of identity are made of, wired as the container does. */
public final class Parts {
    public final KnownCallers known;
    public final KeyUse keyUse;
    public final PublicKeys publicKeys;
    public final AccessTokens accessTokens;
    public final People people;
    public final Passwords passwords;
    public final Guesses guesses = new Guesses(3, 1000, 1000);
    public final AuditLog audit = new AuditLog();
    public final AccountRules rules = new AccountRules();
    public final OneTimeTokens oneTimeTokens = new OneTimeTokens();
    public final Mails mails;
    public final Erasure erasure;
    public final ExportedAccount exported = new ExportedAccount();
    public final CleaningJob cleaning;

    public Parts(
            Entities entities,
            Clock clock,
            Ticker ticker,
            PlainHash hash,
            Optional<Path> keyFolder,
            Map<String, String> mail,
            List<PersonalData> others) {
        known = new KnownCallers(Duration.ofSeconds(5), ticker);
        keyUse = new KeyUse(entities, clock);
        publicKeys = new PublicKeys(entities, ticker);
        accessTokens = tokens("us", "our api", keyFolder);
        people = new People(entities, known);
        passwords = new Passwords(hash);
        mails = new Mails(
                new MailSettings(
                        Optional.ofNullable(mail.get("host")),
                        Integer.parseInt(mail.getOrDefault("port", "0")),
                        Optional.empty(),
                        Optional.empty(),
                        "tracker@example.org",
                        "none",
                        Optional.ofNullable(mail.get("url"))),
                Runnable::run);
        erasure = new Erasure(others);
        cleaning = new CleaningJob(entities, guesses, clock);
    }

    /** What signs for somebody else, or for another audience, with keys that this installation knows. */
    public AccessTokens tokens(String issuer, String audience, Optional<Path> keyFolder) {
        TokenSettings settings = new TokenSettings(issuer, audience, keyFolder.map(Path::toString), 30);
        return new AccessTokens(new SigningKeys(publicKeys, settings), publicKeys, settings);
    }

    /** Deletes what is over, as the job does. */
    public String clean() {
        return cleaning.clean(manager -> {});
    }
}
