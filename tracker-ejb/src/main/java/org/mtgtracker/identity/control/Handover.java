package org.mtgtracker.identity.control;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.util.Objects.requireNonNull;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * The file that tells whoever started the application, once, how the first admin signs in: properties {@code user},
 * {@code password}, {@code apiKey}, of which those are left out that the starter set himself. Only its owner can read
 * it, and it is there whole or not at all. Whoever reads it deletes it.
 */
final class Handover {
    private final Path file;
    private boolean written;

    Handover(Path file) {
        this.file = requireNonNull(file, "file is null").toAbsolutePath();
    }

    /** Writes the file, in place of one that an earlier start left behind. */
    void write(String user, Optional<String> password, Optional<String> apiKey) {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        password.ifPresent(text -> properties.setProperty("password", text));
        apiKey.ifPresent(text -> properties.setProperty("apiKey", text));
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try {
            Files.deleteIfExists(draft);
            try (var channel = Files.newByteChannel(draft, Set.of(CREATE_NEW, WRITE), ownerOnly(file));
                    var writer =
                            new BufferedWriter(new OutputStreamWriter(Channels.newOutputStream(channel), ISO_8859_1))) {
                properties.store(writer, null);
            }
            Files.move(draft, file, ATOMIC_MOVE);
            written = true;
        } catch (IOException e) {
            throw new HandoverFailed("The file " + file + " (tracker.admin.handover) cannot be written: " + e, e);
        }
    }

    /** Takes the file back when this has written it, because what it tells did not come true. */
    void withdraw() {
        if (!written) {
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new HandoverFailed("The file " + file + " (tracker.admin.handover) cannot be deleted: " + e, e);
        }
    }

    /** Windows has no such permissions; there the folder's rules hold, which are the user's own. */
    private static FileAttribute<?>[] ownerOnly(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
