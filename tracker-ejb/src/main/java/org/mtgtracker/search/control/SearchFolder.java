package org.mtgtracker.search.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where this process keeps the files of card objects: a folder of its own under {@code tracker.search.folder}, named by
 * the process, so that those which a killed one left behind are told from those of a living one and deleted.
 */
@ApplicationScoped
public class SearchFolder {
    private static final Logger LOG = Logger.getLogger(SearchFolder.class.getName());
    private static final String PREFIX = "process-";

    private final Path folder;

    @Inject
    public SearchFolder(@ConfigProperty(name = "tracker.search.folder") Optional<String> configured) {
        this(Path.of(configured.orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"), "mtg-tracker-search")
                .toString())));
    }

    /** A folder for tests and tools that run without a container. */
    public SearchFolder(Path parent) {
        requireNonNull(parent, "parent is null");
        folder = parent.resolve(PREFIX + ProcessHandle.current().pid());
        sweep(parent);
    }

    /** For the container's proxy. */
    protected SearchFolder() {
        folder = null;
    }

    /** The folder; it is there when something is written to it. */
    public Path path() {
        return folder;
    }

    private static void sweep(Path parent) {
        if (!Files.isDirectory(parent)) {
            return;
        }
        try (Stream<Path> left = Files.list(parent)) {
            for (Path candidate : left.filter(SearchFolder::isAbandoned).toList()) {
                delete(candidate);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, e, () -> "Files that an earlier process left in " + parent + " stay there");
        }
    }

    private static boolean isAbandoned(Path folder) {
        String name = folder.getFileName().toString();
        if (!name.matches(PREFIX + "[0-9]{1,18}")) {
            return false;
        }
        long pid = Long.parseLong(name.substring(PREFIX.length()));
        return ProcessHandle.of(pid).isEmpty();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            for (Path file : all) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
