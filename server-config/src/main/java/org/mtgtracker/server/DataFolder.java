package org.mtgtracker.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** The folder in which everything lies that outlives a start; one server at a time has it. */
final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Makes the folder if need be and takes it; the operating system gives it back when the process ends, however that
     * happens.
     */
    static DataFolder take(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    folder.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new StartFailure(
                        StartFailure.Reason.DATA_FOLDER_IN_USE,
                        "The data folder " + folder + " is in use by another MTG Tracker. Stop that one, or name "
                                + "another folder with --data.");
            }
            return new DataFolder(folder, channel);
        } catch (IOException e) {
            throw new StartFailure(
                    StartFailure.Reason.WRONG_SETTING,
                    "The data folder " + folder + " cannot be used: " + e.getMessage() + ". Name another with --data.",
                    e);
        }
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    Path path() {
        return path;
    }

    /** A folder below this one, empty: what an earlier start left there is gone. */
    Path fresh(String name) {
        Path folder = path.resolve(name);
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> found = Files.walk(folder)) {
                    for (Path each : found.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(each);
                    }
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StartFailure(
                    StartFailure.Reason.WRONG_SETTING, "Cannot empty " + folder + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot give back " + path, e);
        }
    }
}
