package org.mtgtracker.server;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What command line, environment and installation say together.
 *
 * @param home the distribution's folder
 * @param data the folder that keeps the data
 * @param ear the application
 * @param archivePatience how long after the start the class-data archive is written, where there is none
 * @param databases those that the environment names; empty for the embedded ones
 */
record Settings(
        Path home,
        Path data,
        Path ear,
        Optional<Databases> databases,
        Duration databasePatience,
        Duration drain,
        Duration archivePatience,
        int pods) {
    Settings {
        requireNonNull(home, "home is null");
        requireNonNull(data, "data is null");
        requireNonNull(ear, "ear is null");
        requireNonNull(databases, "databases is null");
    }

    static Settings from(Options options, Map<String, String> environment, Properties system) {
        Path home = Path.of(system.getProperty("tracker.home", "."))
                .toAbsolutePath()
                .normalize();
        Path ear = options.ear == null ? home.resolve("app/tracker.ear") : options.ear.toAbsolutePath();
        if (!Files.isRegularFile(ear)) {
            throw new StartFailure(StartFailure.Reason.INSTALLATION_BROKEN, "There is no application at " + ear + ".");
        }
        if (!Files.isRegularFile(home.resolve("server/launch-micro.jar"))) {
            throw new StartFailure(
                    StartFailure.Reason.INSTALLATION_BROKEN,
                    "There is no server in " + home.resolve("server") + ": start MTG Tracker with bin/tracker.");
        }
        boolean dataNamed = options.data != null && !options.data.toString().isBlank();
        Optional<Databases> databases = ExternalDatabases.named(environment);
        return new Settings(
                home,
                dataNamed ? options.data.toAbsolutePath() : home.resolve("data"),
                ear,
                databases,
                Duration.ofSeconds(number(environment, "DB_WAIT_SECONDS", 30, 0, 3600)),
                Duration.ofSeconds(number(environment, "DRAIN_SECONDS", 5, 0, 600)),
                Duration.ofSeconds(number(environment, "TRACKER_CDS_SECONDS", 120, 0, 86_400)),
                // the embedded databases serve this one server, and need not hold what a cluster's would
                number(environment, "MAX_PODS", 4, 1, 100));
    }

    /** What the boot commands and the application read as system properties. */
    Map<String, String> serverProperties(Databases used) {
        Map<String, String> properties = new LinkedHashMap<>();
        put(properties, "tracker.db.primary.", used.primary());
        put(properties, "tracker.db.replica.", used.replica());
        Pools.shares(pods).forEach((workload, most) -> properties.put(Pools.PREFIX + workload, most.toString()));
        return properties;
    }

    private static void put(Map<String, String> properties, String prefix, DatabaseAddress address) {
        properties.put(prefix + "host", address.host());
        properties.put(prefix + "port", Integer.toString(address.port()));
        properties.put(prefix + "name", address.name());
        properties.put(prefix + "user", address.user());
        properties.put(prefix + "password", address.password());
    }

    private static int number(Map<String, String> environment, String name, int otherwise, int least, int most) {
        String text = environment.getOrDefault(name, "");
        if (text.isBlank()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new StartFailure(
                StartFailure.Reason.WRONG_SETTING,
                name + " is '" + text + "': a whole number from " + least + " to " + most + " is allowed.");
    }
}
