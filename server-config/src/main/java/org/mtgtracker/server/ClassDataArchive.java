package org.mtgtracker.server;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * The classes of this start, laid down so that later starts map them instead of loading them. A second JVM writes it
 * beside the running server (<i>jcmd VM.cds static_dump</i>), a while after the start: it takes the better part of a
 * minute of one core, once. An archive that the running JVM writes by itself ({@code -XX:ArchiveClassesAtExit}) more
 * than doubles the start that records it, and holds classes made at run time, which crash Java 17 when an agent is
 * attached.
 */
final class ClassDataArchive {
    /** System property: the file to write; {@code bin/tracker} sets it when there is none and its folder can be written. */
    static final String PROPERTY = "tracker.archive";

    private static final Logger LOG = System.getLogger(ClassDataArchive.class.getName());

    private final Path file;

    private ClassDataArchive(Path file) {
        this.file = requireNonNull(file, "file is null");
    }

    /** The archive that this start is asked to leave. */
    static Optional<ClassDataArchive> asked() {
        return Optional.ofNullable(System.getProperty(PROPERTY))
                .map(file -> new ClassDataArchive(Path.of(file).toAbsolutePath()));
    }

    /** Writes it when the time has passed, if the server still runs then. */
    void writeAfter(Duration time) {
        Thread thread = new Thread(
                () -> {
                    try {
                        Thread.sleep(time.toMillis());
                        write();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "class-data-archive");
        thread.setDaemon(true);
        thread.start();
    }

    /** A failure costs the next start its speed and nothing else. */
    private void write() {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            Files.deleteIfExists(unfinished);
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "vmCds",
                            new Object[] {new String[] {"static_dump", unfinished.toString()}},
                            new String[] {String[].class.getName()});
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            LOG.log(Level.INFO, "The class-data archive {0} was written; the next start is shorter", file);
        } catch (JMException | IOException | RuntimeException e) {
            LOG.log(Level.INFO, "The class-data archive " + file + " was not written", e);
        }
    }
}
