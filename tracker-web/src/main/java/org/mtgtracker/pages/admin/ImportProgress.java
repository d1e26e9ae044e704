package org.mtgtracker.pages.admin;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mtgtracker.catalog.boundary.ImportRun;
import org.mtgtracker.catalog.boundary.Imports;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;

/** Tells browsers that watch the imports' page how far the running import is, once a second while there are any. */
@ApplicationScoped
public class ImportProgress {
    private static final Logger LOG = Logger.getLogger(ImportProgress.class.getName());

    private final Imports imports;
    private final Set<Session> watching = ConcurrentHashMap.newKeySet();

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private ScheduledFuture<?> ticking;

    @Inject
    public ImportProgress(Imports imports) {
        this.imports = requireNonNull(imports, "imports is null");
    }

    /** For the container's proxy. */
    protected ImportProgress() {
        imports = null;
    }

    synchronized void begin(Session session) {
        watching.add(session);
        if (ticking == null) {
            ticking = scheduler.scheduleWithFixedDelay(this::tell, 0, 1, TimeUnit.SECONDS);
        }
    }

    synchronized void end(Session session) {
        watching.remove(session);
        if (watching.isEmpty() && ticking != null) {
            ticking.cancel(false);
            ticking = null;
        }
    }

    private void tell() {
        try {
            String message = message(imports.running(), Instant.now());
            watching.forEach(session -> session.getAsyncRemote().sendText(message));
        } catch (DatabaseUnavailable e) {
            LOG.log(Level.FINE, "The progress of imports is not known now", e);
        } catch (RuntimeException e) {
            // thrown on, it would end the ticking for good
            LOG.log(Level.WARNING, "The progress of imports was not told", e);
        }
    }

    /** What is sent: the run as the page shows it, or nothing of it when none goes on. */
    static String message(Optional<ImportRun> running, Instant now) {
        JsonObjectBuilder message = Json.createObjectBuilder();
        running.map(run -> ImportRunView.of(run, now)).ifPresent(run -> message.add("run", run.id())
                .add("read", run.read())
                .add("done", run.done())
                .add("took", run.took()));
        return message.build().toString();
    }

    @PreDestroy
    synchronized void stop() {
        watching.forEach(session -> {
            try {
                session.close(new CloseReason(CloseReason.CloseCodes.GOING_AWAY, "The server stops"));
            } catch (IOException e) {
                LOG.log(Level.FINE, "A watching browser was gone already", e);
            }
        });
    }
}
