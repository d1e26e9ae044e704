package org.mtgtracker.identity.control;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder with the private keys that this pod may sign with, one in each {@code .pem} file. Of the operator's own
 * the last by name signs; where there is none, one is made here, and made anew when it has become too old.
 */
final class KeyFolder {
    static final int BITS = 2048;

    private static final Pattern OURS = Pattern.compile("generated-([0-9]{10,12})-[0-9a-f]{8}\\.pem");
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final long LARGEST_FILE = 64 * 1024L;

    private final Path folder;
    private final Duration mostAge;

    KeyFolder(Path folder, Duration mostAge) {
        this.folder = requireNonNull(folder, "folder is null").toAbsolutePath();
        this.mostAge = requireNonNull(mostAge, "mostAge is null");
    }

    /**
     * The key to sign with at that moment.
     *
     * @throws UnusableSigningKey when a file holds none, or the folder cannot be read or written
     */
    RSAKey signing(Instant now) {
        try {
            List<Path> files = files();
            Optional<Path> operators =
                    last(files.stream().filter(file -> madeAt(file).isEmpty()));
            if (operators.isPresent()) {
                return read(operators.get());
            }
            Optional<Path> own = last(files.stream().filter(file -> isFresh(file, now)));
            if (own.isPresent()) {
                return read(own.get());
            }
            RSAKey made = random();
            write(made, now);
            for (Path old : files) {
                // its public half is in the database for as long as tokens are about
                Files.deleteIfExists(old);
            }
            return made;
        } catch (IOException e) {
            throw new UnusableSigningKey("The folder " + folder + " (tracker.jwt.keys) cannot be used: " + e, e);
        }
    }

    /** A key that was never used before. */
    static RSAKey random() {
        try {
            return named(new RSAKeyGenerator(BITS).generate());
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java platform makes RSA keys", e);
        }
    }

    private static RSAKey named(RSAKey key) throws JOSEException {
        return new RSAKey.Builder(key)
                .keyUse(KeyUse.SIGNATURE)
                .keyIDFromThumbprint()
                .build();
    }

    private List<Path> files() throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> file.getFileName().toString().endsWith(".pem"))
                    .sorted()
                    .toList();
        }
    }

    private static Optional<Path> last(Stream<Path> files) {
        return files.reduce((earlier, later) -> later);
    }

    private boolean isFresh(Path file, Instant now) {
        return madeAt(file).filter(made -> now.isBefore(made.plus(mostAge))).isPresent();
    }

    /** When a file was made here; empty for an operator's. */
    private static Optional<Instant> madeAt(Path file) {
        Matcher matcher = OURS.matcher(String.valueOf(file.getFileName()));
        return matcher.matches()
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(matcher.group(1))))
                : Optional.empty();
    }

    private static RSAKey read(Path file) throws IOException {
        if (Files.size(file) > LARGEST_FILE) {
            throw new UnusableSigningKey(file + " is no key: it is larger than any", null);
        }
        Matcher pem = PEM.matcher(new String(Files.readAllBytes(file), US_ASCII));
        if (!pem.find()) {
            throw new UnusableSigningKey(
                    file + " holds no private key as PKCS#8 in PEM (-----BEGIN PRIVATE KEY-----)", null);
        }
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            byte[] encoded = Base64.getMimeDecoder().decode(pem.group(1));
            if (!(factory.generatePrivate(new PKCS8EncodedKeySpec(encoded)) instanceof RSAPrivateCrtKey key)
                    || key.getModulus().bitLength() < BITS) {
                throw new UnusableSigningKey(file + " holds no RSA key of at least " + BITS + " bits", null);
            }
            var publicKey = factory.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
            return named(new RSAKey.Builder((java.security.interfaces.RSAPublicKey) publicKey)
                    .privateKey(key)
                    .build());
        } catch (GeneralSecurityException | JOSEException | IllegalArgumentException e) {
            throw new UnusableSigningKey(file + " holds no RSA key of at least " + BITS + " bits: " + e, e);
        }
    }

    /** Whole or not at all, and readable by its owner only. */
    private void write(RSAKey key, Instant now) throws IOException {
        String name = "generated-%d-%s.pem".formatted(now.getEpochSecond(), shortened(key.getKeyID()));
        Path draft = folder.resolve(name + ".draft");
        Files.deleteIfExists(draft);
        try (var channel = Files.newByteChannel(draft, Set.of(CREATE_NEW, WRITE), ownerOnly())) {
            String text = "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'})
                            .encodeToString(key.toRSAPrivateKey().getEncoded())
                    + "\n-----END PRIVATE KEY-----\n";
            channel.write(ByteBuffer.wrap(text.getBytes(US_ASCII)));
        } catch (JOSEException e) {
            throw new IllegalStateException("A key made here is a key", e);
        }
        Files.move(draft, folder.resolve(name), ATOMIC_MOVE);
    }

    private static String shortened(String kid) {
        return "%08x".formatted(kid.hashCode());
    }

    /** Windows has no such permissions; there the folder's rules hold, which are the user's own. */
    private FileAttribute<?>[] ownerOnly() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
