package org.mtgtracker.rest.jobs;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.logging.Logger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mtgtracker.identity.boundary.Act;
import org.mtgtracker.identity.boundary.Role;
import org.mtgtracker.jobs.boundary.JobRun;
import org.mtgtracker.jobs.boundary.Jobs;
import org.mtgtracker.rest.Idempotent;
import org.mtgtracker.rest.JsonBody;
import org.mtgtracker.rest.Lists;
import org.mtgtracker.rest.NothingThere;
import org.mtgtracker.rest.Parameters;
import org.mtgtracker.rest.Unkept;
import org.mtgtracker.rest.identity.Asked;

/** Tells of the jobs and their runs, and starts them. For admins. */
@ApplicationScoped
@Path("jobs")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Name.ADMIN)
@Tag(name = "jobs")
@SecurityRequirement(name = "ApiKey")
public class JobsResource {
    /** As long as the column that it is looked for in. */
    public static final int LONGEST_NAME = 40;

    private static final Logger LOG = Logger.getLogger(JobsResource.class.getName());

    private final Jobs jobs;
    private final Asked asked;

    @Inject
    public JobsResource(Jobs jobs, Asked asked) {
        this.jobs = requireNonNull(jobs, "jobs is null");
        this.asked = requireNonNull(asked, "asked is null");
    }

    /** For the container's proxy. */
    protected JobsResource() {
        jobs = null;
        asked = null;
    }

    @GET
    @Operation(operationId = "jobs", summary = "All jobs: when they are due, and how they went")
    @APIResponse(
            responseCode = "200",
            description = "The jobs, by name",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "JobList")))
    public Response all(@Context UriInfo uri) {
        List<JobReport> data =
                jobs.all().stream().map(job -> new JobReport(job, uri)).toList();
        return Unkept.passing(new JobList(data, data.size(), List.of()));
    }

    @GET
    @Path("{name}")
    @Operation(operationId = "job", summary = "One job")
    @APIResponse(
            responseCode = "200",
            description = "The job",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "JobReport")))
    public Response job(@PathParam("name") String name, @Context UriInfo uri) {
        return Unkept.passing(new JobReport(jobs.job(bounded(name)), uri));
    }

    @GET
    @Path("{name}/runs")
    @Operation(operationId = "jobRuns", summary = "The newest runs of a job, newest first")
    @APIResponse(
            responseCode = "200",
            description = "The runs",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "JobRunList")))
    public Response newest(@PathParam("name") String name, @Context UriInfo uri) {
        return Lists.newest(
                uri,
                limit -> jobs.newest(bounded(name), limit),
                run -> new JobRunReport(run, uri),
                (List<JobRunReport> runs) -> new JobRunList(runs, List.of()));
    }

    @POST
    @Idempotent
    @Path("{name}/runs")
    @Operation(operationId = "startJob", summary = "Starts a job now; it goes on after the answer")
    @APIResponse(
            responseCode = "202",
            description = "The run has begun; Location is where to watch it",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "JobRunReport")))
    @APIResponse(responseCode = "400", description = "There is a body, and it has fields; none are known")
    @APIResponse(responseCode = "409", description = "The job is running; the member run is that run's address")
    public Response start(@PathParam("name") String name, JsonBody body, @Context UriInfo uri) {
        if (body != null) {
            body.only();
        }
        asked.note(Act.JOB_ASKED, jobs.job(bounded(name)).name());
        JobRun started = jobs.start(name, "");
        LOG.info(() -> "Run " + started.id() + " of the job " + name + " was asked for over the API");
        JobRunReport run = new JobRunReport(started, uri);
        return Response.accepted(run).location(URI.create(run.uri())).build();
    }

    @GET
    @Path("{name}/runs/{id}")
    @Operation(operationId = "jobRun", summary = "One run of a job")
    @APIResponse(
            responseCode = "200",
            description = "The run",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "JobRunReport")))
    public Response run(@PathParam("name") String name, @PathParam("id") String id, @Context UriInfo uri) {
        bounded(name);
        JobRun run = Lists.one(
                id,
                number -> jobs.run(number).filter(found -> found.job().equals(name)),
                number -> NothingThere.jobRun(name, number));
        return Unkept.passing(new JobRunReport(run, uri));
    }

    private static String bounded(String name) {
        return Parameters.bounded("name", name, LONGEST_NAME);
    }

    /** All jobs. */
    @JsonbPropertyOrder({"data", "total", "warnings"})
    public record JobList(List<JobReport> data, int total, List<String> warnings) {}

    /** The newest runs. */
    @JsonbPropertyOrder({"data", "warnings"})
    public record JobRunList(List<JobRunReport> data, List<String> warnings) {}
}
