package org.mtgtracker.catalog.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mtgtracker.catalog.boundary.UnusableSource;

/** Knows every source by its name. */
@Dependent
public class Sources {
    /** The name of the invented cards that the launcher brings. */
    public static final String DEMO = "demo";

    /** The name of Scryfall's default cards: every printing once, in English where there is English. */
    public static final String SCRYFALL = "scryfall";

    /** The name of Scryfall's cards in every language. */
    public static final String SCRYFALL_ALL = "scryfall:all";

    static final int LONGEST_FINGERPRINT = 200;

    private static final int LONGEST_NAME = 1000;
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*", Pattern.DOTALL);
    private static final String ALLOWED =
            "A source is demo, scryfall, scryfall:all, the path of a file on the server, or a file:, http: or https:"
                    + " address.";

    private final Optional<Path> demo;
    private final Downloads downloads;
    private final Scryfall scryfall;

    @Inject
    public Sources(
            @ConfigProperty(name = "tracker.demo.cards") Optional<String> demoCards,
            @ConfigProperty(name = "tracker.scryfall.url", defaultValue = "https://api.scryfall.com")
                    String scryfallUrl,
            Web web) {
        this(demoCards, scryfallUrl, web, Backoff.USUAL);
    }

    Sources(Optional<String> demoCards, String scryfallUrl, Web web, Backoff backoff) {
        this.demo = demoCards.map(Path::of);
        this.downloads = new Downloads(web::other, backoff);
        this.scryfall = new Scryfall(scryfallUrl, new Downloads(web::scryfall, backoff), Clock.systemUTC());
    }

    /** Scryfall's API. */
    Scryfall scryfall() {
        return scryfall;
    }

    /** Whether the launcher brought invented cards. */
    boolean demoOffered() {
        return demo.isPresent();
    }

    /**
     * The source of this name.
     *
     * @throws UnusableSource when the name is none, or there is no such file
     */
    public Source named(String given) {
        String name = given == null ? "" : given.strip();
        if (name.isEmpty()) {
            throw new UnusableSource("The source is empty. " + ALLOWED);
        }
        if (name.length() > LONGEST_NAME) {
            throw new UnusableSource("The source has " + name.length() + " characters; up to " + LONGEST_NAME
                    + " are allowed. " + ALLOWED);
        }
        return switch (name) {
            case DEMO -> demo();
            case SCRYFALL -> new Source.OfScryfall(name, "default_cards", scryfall);
            case SCRYFALL_ALL -> new Source.OfScryfall(name, "all_cards", scryfall);
            default -> SCHEME.matcher(name).matches() ? address(name) : file(name, path(name));
        };
    }

    private Source demo() {
        Path cards = demo.orElseThrow(() -> new UnusableSource(
                "This server was started without the demo catalogue: tracker.demo.cards names no file. " + ALLOWED));
        return new Source.OfFile(DEMO, cards);
    }

    private Source address(String name) {
        URI address = uri(name);
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        if (scheme.equals("file")) {
            return file(name, path(address));
        }
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new UnusableSource(name + " begins with " + scheme + ":, which is not supported. " + ALLOWED);
        }
        if (address.getHost() == null) {
            throw new UnusableSource(name + " names no host. " + ALLOWED);
        }
        if (address.getUserInfo() != null) {
            throw new UnusableSource(
                    "The address holds a user name or password, which every list of imports would show;"
                            + " leave it out.");
        }
        return new Source.OfWeb(address, downloads);
    }

    private static URI uri(String name) {
        try {
            return URI.create(name);
        } catch (IllegalArgumentException e) {
            throw new UnusableSource(name + " is not a valid address: " + e.getMessage() + ". " + ALLOWED);
        }
    }

    private static Path path(URI address) {
        try {
            return Path.of(address);
        } catch (IllegalArgumentException e) {
            throw new UnusableSource(
                    address + " does not name a file; a file's address is written file:///path/of/it.");
        }
    }

    private static Path path(String name) {
        try {
            return Path.of(name).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new UnusableSource(name + " is not a valid path: " + e.getReason() + ". " + ALLOWED);
        }
    }

    private static Source file(String name, Path path) {
        if (!Files.exists(path)) {
            throw new UnusableSource("There is no file " + path + " on the server. " + ALLOWED);
        }
        if (!Files.isRegularFile(path)) {
            throw new UnusableSource(path + " is not a file. " + ALLOWED);
        }
        if (!Files.isReadable(path)) {
            throw new UnusableSource("The server's account may not read " + path + ".");
        }
        return new Source.OfFile(name, path);
    }
}
