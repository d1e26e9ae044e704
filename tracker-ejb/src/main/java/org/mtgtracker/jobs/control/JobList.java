package org.mtgtracker.jobs.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.mtgtracker.jobs.boundary.Job;
import org.mtgtracker.jobs.boundary.Schedule;
import org.mtgtracker.jobs.boundary.UnknownJob;

/** The jobs that the application's components offer, with the schedules that hold here. */
@ApplicationScoped
public class JobList {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private final Supplier<List<Job>> offered;
    private final JobSettings settings;
    // guarded by this; made late, since jobs may need who needs this list
    private SortedMap<String, Scheduled> jobs;
    private ZoneId zone;

    @Inject
    public JobList(@Any Instance<Job> offered, JobSettings settings) {
        this(() -> offered.stream().toList(), settings);
    }

    JobList(Supplier<List<Job>> offered, JobSettings settings) {
        this.offered = requireNonNull(offered, "offered is null");
        this.settings = requireNonNull(settings, "settings is null");
    }

    /** For the container's proxy. */
    protected JobList() {
        offered = null;
        settings = null;
    }

    /** A job and when it is due here. */
    public record Scheduled(Job job, Schedule schedule) {}

    /** All jobs, by name. */
    public Collection<Scheduled> all() {
        return known().values();
    }

    /**
     * The job of this name.
     *
     * @throws UnknownJob when there is none
     */
    public Job named(String name) {
        Scheduled found = known().get(name);
        if (found == null) {
            throw new UnknownJob(name, List.copyOf(known().keySet()));
        }
        return found.job();
    }

    public synchronized ZoneId zone() {
        if (zone == null) {
            zone = settings.zone();
        }
        return zone;
    }

    private synchronized SortedMap<String, Scheduled> known() {
        if (jobs == null) {
            SortedMap<String, Scheduled> found = new TreeMap<>();
            for (Job job : offered.get()) {
                String name = job.name();
                if (!NAME.matcher(name).matches()) {
                    throw new IllegalStateException("A job cannot be called \"" + name + "\": " + NAME + " is allowed");
                }
                if (found.put(name, new Scheduled(job, settings.schedule(job))) != null) {
                    throw new IllegalStateException("Two jobs are called " + name);
                }
            }
            jobs = found;
        }
        return jobs;
    }
}
