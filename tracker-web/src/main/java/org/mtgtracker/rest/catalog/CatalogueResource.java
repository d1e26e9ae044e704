package org.mtgtracker.rest.catalog;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mtgtracker.catalog.boundary.Catalogue;
import org.mtgtracker.catalog.boundary.CatalogueState;
import org.mtgtracker.catalog.boundary.ImportRun;
import org.mtgtracker.catalog.boundary.Imports;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;

/** What the catalogue holds at this moment, and what is coming. */
@ApplicationScoped
@Path("catalogue")
@Tag(name = "catalogue")
@PermitAll
public class CatalogueResource {
    private static final String RUNNING_UNKNOWN =
            "The primary database does not answer: whether an import is running is not known.";

    private final Catalogue catalogue;
    private final Imports imports;

    @Inject
    public CatalogueResource(Catalogue catalogue, Imports imports) {
        this.catalogue = requireNonNull(catalogue, "catalogue is null");
        this.imports = requireNonNull(imports, "imports is null");
    }

    /** For the container's proxy. */
    protected CatalogueResource() {
        catalogue = null;
        imports = null;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "catalogue", summary = "What the catalogue holds, and the import that is running")
    @APIResponse(
            responseCode = "200",
            description = "The catalogue; version 0 without cards before the first import",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "CatalogueReport")))
    public Response state() {
        return Response.ok(report())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    CatalogueReport report() {
        CatalogueState state = catalogue.state();
        Optional<RunningImport> running = Optional.empty();
        List<String> warnings = List.of();
        try {
            running = imports.running().map(RunningImport::new);
        } catch (DatabaseUnavailable e) {
            // runs are recorded on the primary alone; what the replica last heard of one may be long over
            warnings = List.of(RUNNING_UNKNOWN);
        }
        return new CatalogueReport(
                state.version(),
                state.cards(),
                state.sets(),
                PublicSource.of(state.source()),
                state.importedAt(),
                running.orElse(null),
                warnings);
    }

    /**
     * The answer.
     *
     * @param version rises by one with every import that changed something
     * @param source demo, scryfall, or the name of the file; without folders and without what an address may hide
     * @param importedAt when this version came in; absent before the first import
     * @param running the import that is running; absent when none is, or that is not known
     * @param warnings what is not known at the moment; empty as a rule
     */
    @JsonbPropertyOrder({"version", "cards", "sets", "source", "importedAt", "running", "warnings"})
    public record CatalogueReport(
            long version,
            int cards,
            int sets,
            String source,
            Instant importedAt,
            RunningImport running,
            List<String> warnings) {}

    /**
     * A running import, as everybody may see it.
     *
     * @param read how many cards it has read
     */
    @JsonbPropertyOrder({"source", "read", "startedAt"})
    public record RunningImport(String source, long read, Instant startedAt) {
        RunningImport(ImportRun run) {
            this(PublicSource.of(run.source()), run.read(), run.startedAt());
        }
    }
}
