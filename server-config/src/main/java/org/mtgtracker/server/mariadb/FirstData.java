package org.mtgtracker.server.mariadb;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Sees to it that there is data to start over: makes both servers' at the first start, and never the primary's again. */
record FirstData(DataFolder folder, ServerCommand command, Accounts accounts) {

    /**
     * Leaves the primary's data in place; the replica's only when the primary's is new as well, because then both are
     * alike. A replica without data is for {@link Seeding}.
     *
     * @throws DatabaseFailure when what is there instead of the primary's data might be worth keeping
     */
    void layOut(Consumer<String> say) throws IOException, InterruptedException {
        if (folder.holdsData(Role.PRIMARY)) {
            return;
        }
        if (folder.isOccupied(Role.PRIMARY)) {
            throw new DatabaseFailure(folder.data(Role.PRIMARY)
                    + " holds files but no complete MariaDB data: bring it back from a backup, or move it away to begin"
                    + " anew.");
        }
        if (folder.holdsData(Role.REPLICA)) {
            throw new DatabaseFailure(folder.data(Role.PRIMARY) + " is gone, but " + folder.data(Role.REPLICA)
                    + " still holds a copy: rename that to \"primary\" to go on with it, or remove it to begin anew.");
        }
        say.accept("Making the databases in " + folder.root());
        SystemTables tables = new SystemTables(folder, command, accounts);
        atOnce(() -> create(tables, Role.PRIMARY), () -> create(tables, Role.REPLICA));
        folder.discardReplica();
        // the primary first: after a kill in between, the replica is copied from it
        folder.complete(Role.PRIMARY);
        folder.complete(Role.REPLICA);
    }

    private static Void create(SystemTables tables, Role role) throws InterruptedException {
        tables.create(role);
        return null;
    }

    /** They mostly wait for the disk. */
    private static void atOnce(Callable<Void> one, Callable<Void> other) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(2, work -> {
            Thread thread = new Thread(work, "mariadb-first-data");
            thread.setDaemon(true);
            return thread;
        });
        try {
            for (Future<Void> done : threads.invokeAll(List.of(one, other))) {
                done.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DatabaseFailure failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
