package org.mtgtracker.server.mariadb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Servers that still run over the data folder although the start that began them is gone: it was killed. Whoever calls
 * holds the folder, so they are nobody's.
 */
record Orphans(DataFolder folder) {

    /**
     * Stops them, the replica first.
     *
     * @throws DatabaseFailure when one cannot be stopped
     */
    void stop(Duration limit, Consumer<String> say) {
        List<ProcessHandle> servers = Stream.concat(
                        ProcessHandle.allProcesses().filter(this::isOverOurData),
                        named().filter(this::isNamelessServer))
                .distinct()
                .sorted(Comparator.comparing(this::isPrimary))
                .toList();
        for (ProcessHandle server : servers) {
            say.accept("Stopping a database server that an earlier start left running (process " + server.pid() + ")");
            // one that ended but was not collected by its parent counts as alive, without a command line
            BooleanSupplier over = isOverOurData(server) ? () -> !isOverOurData(server) : () -> !server.isAlive();
            if (!Stopping.stop(server, server::destroy, over, limit)) {
                throw new DatabaseFailure("A database server of an earlier start (process " + server.pid()
                        + ") still runs on " + folder.root()
                        + " and cannot be stopped: stop it yourself, then start again.");
            }
        }
    }

    private boolean isOverOurData(ProcessHandle process) {
        return process.isAlive()
                && dataFolder(process)
                        .filter(data -> data.startsWith(folder.root()))
                        .isPresent();
    }

    private boolean isPrimary(ProcessHandle process) {
        return dataFolder(process).filter(folder.data(Role.PRIMARY)::equals).isPresent();
    }

    private static Optional<Path> dataFolder(ProcessHandle process) {
        return process.info().arguments().stream()
                .flatMap(Arrays::stream)
                .filter(argument -> argument.startsWith(ServerCommand.DATA_ARGUMENT))
                .map(argument -> Path.of(argument.substring(ServerCommand.DATA_ARGUMENT.length())))
                .findFirst();
    }

    /** Those that the process files in our folders name. */
    private Stream<ProcessHandle> named() {
        return Stream.of(Role.values())
                .flatMap(role -> Stream.of(folder.data(role), folder.unfinished(role)))
                .flatMap(data -> processFile(data.resolve("mariadbd.pid")).stream())
                .flatMap(pid -> ProcessHandle.of(pid).stream());
    }

    /** Where the system tells no command lines (Windows), the program's name must do. */
    private boolean isNamelessServer(ProcessHandle process) {
        return process.info().arguments().isEmpty()
                && process.info()
                        .command()
                        .filter(command -> command.contains("mysqld") || command.contains("mariadbd"))
                        .isPresent();
    }

    private static Optional<Long> processFile(Path file) {
        try {
            return Files.exists(file)
                    ? Optional.of(Long.parseLong(Files.readString(file).strip()))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
