package org.mtgtracker.pricing.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mtgtracker.catalog.boundary.TimedBody;
import org.mtgtracker.pricing.boundary.PriceFileTooLarge;
import org.mtgtracker.pricing.boundary.UnusablePriceFile;

/** Where price files come from: what is sent is kept in a temporary file; others are opened where they are. */
@Dependent
public class PriceInbox {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_NAME = 1000;
    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*", Pattern.DOTALL);
    private static final String ALLOWED =
            "A source is the path of a file on the server, or a file:, http: or https: address.";

    private final long largest;
    private final long largestUnpacked;
    private final Duration patience;

    /**
     * @param largest how many bytes may be sent, packed as they come
     * @param largestUnpacked how many bytes a file may have, from wherever it comes, when it is unpacked
     */
    @Inject
    public PriceInbox(
            @ConfigProperty(name = "tracker.prices.largest-file-bytes", defaultValue = "268435456") long largest,
            @ConfigProperty(name = "tracker.prices.largest-unpacked-bytes", defaultValue = "8589934592")
                    long largestUnpacked) {
        this(largest, largestUnpacked, PATIENCE);
    }

    /** @param patience how long an address may be silent, at any time */
    PriceInbox(long largest, long largestUnpacked, Duration patience) {
        this.largest = largest;
        this.largestUnpacked = largestUnpacked;
        this.patience = requireNonNull(patience, "patience is null");
    }

    /** How many bytes a file may have, unpacked. */
    public long largestUnpacked() {
        return largestUnpacked;
    }

    /**
     * Keeps what is sent; whoever asked deletes it.
     *
     * @throws PriceFileTooLarge when there is more than is taken
     * @throws UnusablePriceFile when it is empty or cannot be read or kept
     */
    public Path keep(InputStream body) {
        try {
            Path file = Files.createTempFile("prices-", ".csv");
            try {
                long size = copy(body, file);
                if (size == 0) {
                    throw new UnusablePriceFile(
                            "The price file is empty; one begins with " + PriceColumns.ALLOWED + ".");
                }
                return file;
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UnusablePriceFile("The price file cannot be read or kept: " + e.getMessage(), e);
        }
    }

    private long copy(InputStream body, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                size += read;
                if (size > largest) {
                    throw new PriceFileTooLarge(largest);
                }
                out.write(buffer, 0, read);
            }
            return size;
        }
    }

    /**
     * The file of this name.
     *
     * @throws UnusablePriceFile when the name is none, or there is no such file
     */
    public PriceLoading.Opening named(String given) {
        String name = given.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new UnusablePriceFile("The source has " + name.length() + " characters; 1 to " + LONGEST_NAME
                    + " are allowed. " + ALLOWED);
        }
        try {
            return SCHEME.matcher(name).matches() ? address(URI.create(name)) : file(Path.of(name));
        } catch (InvalidPathException e) {
            throw new UnusablePriceFile(name + " is not a valid path: " + e.getReason() + ". " + ALLOWED, e);
        } catch (IllegalArgumentException e) {
            throw new UnusablePriceFile(name + " is not a valid address: " + e.getMessage() + ". " + ALLOWED, e);
        }
    }

    private PriceLoading.Opening address(URI address) {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        if (scheme.equals("file")) {
            return file(Path.of(address));
        }
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new UnusablePriceFile(scheme + ": is not supported. " + ALLOWED);
        }
        if (address.getHost() == null || address.getUserInfo() != null) {
            throw new UnusablePriceFile(
                    "The address must name a host, and no user or password, which every list of loads would show.");
        }
        return () -> download(address);
    }

    private static PriceLoading.Opening file(Path given) {
        Path path = given.toAbsolutePath().normalize();
        if (!Files.isRegularFile(path)) {
            throw new UnusablePriceFile("There is no file " + path + " on the server. " + ALLOWED);
        }
        if (!Files.isReadable(path)) {
            throw new UnusablePriceFile("The server's account may not read " + path + ".");
        }
        return () -> Files.newInputStream(path);
    }

    private InputStream download(URI address) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("User-Agent", "MTG-Tracker/1.0")
                .header("Accept", "*/*")
                .build();
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, info -> new TimedBody(patience));
            if (response.statusCode() != OK) {
                response.body().close();
                throw new IOException(address + " answered " + response.statusCode());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + address, e);
        }
    }
}
