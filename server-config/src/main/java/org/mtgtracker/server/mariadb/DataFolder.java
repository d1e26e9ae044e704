package org.mtgtracker.server.mariadb;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The folder in which the pair keeps everything, held by one start at a time.
 *
 * <p>{@code primary} and {@code replica} are data that is complete; what is still being made has {@code .new} at its
 * end and gets its name by a rename, so that whatever is killed leaves the one or the other.
 */
final class DataFolder implements AutoCloseable {
    /** Asked before the file: closing any channel to it would let go of this process's lock. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path root;
    private final FileChannel lock;

    private DataFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /** Makes the folder where it is missing and holds it until {@link #close()} or the end of this process. */
    static DataFolder open(Path wanted) {
        try {
            OwnerOnly.folder(wanted);
            // one spelling, whatever links lead here: running servers are recognised by it
            Path root = wanted.toRealPath();
            OwnerOnly.folder(root.resolve("logs"));
            return new DataFolder(root, hold(root));
        } catch (IOException e) {
            throw new DatabaseFailure(
                    "The data folder " + wanted + " cannot be used (" + e + "): name one that can be written.", e);
        }
    }

    private static FileChannel hold(Path root) throws IOException {
        if (!HELD_HERE.add(root)) {
            throw inUse(root, Long.toString(ProcessHandle.current().pid()));
        }
        Path file = root.resolve("lock");
        FileChannel held = null;
        try {
            held = lock(file);
        } finally {
            if (held == null) {
                HELD_HERE.remove(root);
            }
        }
        if (held == null) {
            throw inUse(root, Files.readString(file).strip());
        }
        return held;
    }

    /** Null when another process has it. */
    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        // far behind the text, which thereby stays readable where locks forbid reading (Windows)
        if (channel.tryLock(Long.MAX_VALUE - 1, 1, false) == null) {
            channel.close();
            return null;
        }
        channel.truncate(0);
        channel.write(StandardCharsets.UTF_8.encode(
                Long.toString(ProcessHandle.current().pid())));
        return channel;
    }

    private static DatabaseFailure inUse(Path root, String process) {
        return new DatabaseFailure("The data folder " + root + " is in use by another start of the tracker (process "
                + process + "): stop that one first, or name another data folder.");
    }

    Path root() {
        return root;
    }

    Path data(Role role) {
        return root.resolve(role.word());
    }

    /** Where data is made before it gets its name. */
    Path unfinished(Role role) {
        return root.resolve(role.word() + ".new");
    }

    ServerLog log(Role role) {
        return new ServerLog(root.resolve("logs").resolve(role.word() + ".log"));
    }

    /** What the copying of the primary into the replica had to say. */
    ServerLog seedingLog() {
        return new ServerLog(root.resolve("logs").resolve("seeding.log"));
    }

    Path accounts() {
        return root.resolve("accounts.properties");
    }

    Path ports() {
        return root.resolve("ports.properties");
    }

    /** Holds a password while a client program runs. */
    Path clientOptions() {
        return root.resolve("client.cnf");
    }

    /** Holds passwords while a server starts that must learn them anew. */
    Path accountStatements(Role role) {
        return root.resolve(role.word() + "-accounts.sql");
    }

    boolean holdsData(Role role) {
        return Files.isRegularFile(data(role).resolve("ibdata1"))
                && Files.isDirectory(data(role).resolve("mysql"));
    }

    /** Whether something lies where the data belongs, be it data or not. */
    boolean isOccupied(Role role) throws IOException {
        if (!Files.isDirectory(data(role))) {
            return Files.exists(data(role));
        }
        try (Stream<Path> content = Files.list(data(role))) {
            return content.findAny().isPresent();
        }
    }

    /** The unfinished data is complete: from now on it is the data. */
    void complete(Role role) throws IOException {
        Files.deleteIfExists(data(role));
        Files.move(unfinished(role), data(role), StandardCopyOption.ATOMIC_MOVE);
        FolderTree.syncEntries(root);
    }

    /** Throws the replica's data away; there is no such thing for the primary. */
    void discardReplica() throws IOException {
        Path doomed = root.resolve("replica.old");
        FolderTree.delete(doomed);
        if (Files.exists(data(Role.REPLICA))) {
            // half a deletion must not look like data
            Files.move(data(Role.REPLICA), doomed, StandardCopyOption.ATOMIC_MOVE);
        }
        FolderTree.delete(doomed);
    }

    /** Takes away what a killed start left behind. */
    void tidy() throws IOException {
        for (Role role : Role.values()) {
            FolderTree.delete(unfinished(role));
            Files.deleteIfExists(accountStatements(role));
        }
        FolderTree.delete(root.resolve("replica.old"));
        FolderTree.delete(root.resolve("tmp"));
        Files.deleteIfExists(clientOptions());
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            // the lock goes with the process at the latest
        }
        HELD_HERE.remove(root);
    }
}
