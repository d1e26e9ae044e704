package org.mtgtracker.rest.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mtgtracker.catalog.boundary.Catalogue;
import org.mtgtracker.catalog.boundary.References;
import org.mtgtracker.rest.CachedAnswer;
import org.mtgtracker.rest.ETag;
import org.mtgtracker.rest.NothingThere;
import org.mtgtracker.rest.Parameters;

/** What Scryfall tells beside the cards: sets, symbols, and the rulings on a card; as its own objects. */
@ApplicationScoped
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "catalogue")
public class ReferencesResource {
    /** As long as the column that it is looked for in. */
    public static final int LONGEST_CODE = 20;

    private final References references;
    private final Catalogue catalogue;

    @Inject
    public ReferencesResource(References references, Catalogue catalogue) {
        this.references = requireNonNull(references, "references is null");
        this.catalogue = requireNonNull(catalogue, "catalogue is null");
    }

    /** For the container's proxy. */
    protected ReferencesResource() {
        references = null;
        catalogue = null;
    }

    @GET
    @Path("sets")
    @Operation(operationId = "sets", summary = "All sets, the newest first, as Scryfall's set objects")
    @APIResponse(responseCode = "200", description = "The sets; data, total and warnings, without pages")
    public Response sets(@Context HttpHeaders headers) {
        return list(references.sets().stream().map(References.SetJson::json).toList(), headers);
    }

    @GET
    @Path("sets/{code}")
    @Operation(operationId = "set", summary = "One set, as Scryfall's set object")
    @APIResponse(responseCode = "200", description = "The set")
    public Response set(@PathParam("code") String code, @Context HttpHeaders headers) {
        byte[] set = references
                .set(Parameters.bounded("code", code, LONGEST_CODE))
                .orElseThrow(() -> NothingThere.set(code))
                .json();
        return CachedAnswer.of(ETag.of("set", new String(set, UTF_8)), headers, () -> set)
                .build();
    }

    @GET
    @Path("symbols")
    @Operation(operationId = "symbols", summary = "All symbols of costs and texts, as Scryfall's card_symbol objects")
    @APIResponse(
            responseCode = "200",
            description = "The symbols; none before the job that asks Scryfall for them has run")
    public Response symbols(@Context HttpHeaders headers) {
        return list(references.symbols(), headers);
    }

    @GET
    @Path("cards/{id}/rulings")
    @Operation(operationId = "rulings", summary = "The rulings on a card, as Scryfall's ruling objects")
    @APIResponse(responseCode = "200", description = "The rulings; none when the card has none")
    public Response rulings(@PathParam("id") String id, @Context HttpHeaders headers) {
        UUID wanted = Parameters.uuid("id", id);
        if (catalogue.card(wanted).isEmpty()) {
            throw NothingThere.card(wanted);
        }
        byte[] rulings = catalogue.oracleId(wanted).map(references::rulings).orElseGet(() -> "[]".getBytes(UTF_8));
        byte[] answer = joined("{\"data\":", List.of(rulings), ",\"warnings\":[]}");
        return CachedAnswer.of(ETag.of("rulings", new String(answer, UTF_8)), headers, () -> answer)
                .build();
    }

    private static Response list(List<byte[]> objects, HttpHeaders headers) {
        byte[] answer = joined("{\"data\":[", objects, "],\"total\":" + objects.size() + ",\"warnings\":[]}");
        return CachedAnswer.of(ETag.of("list", new String(answer, UTF_8)), headers, () -> answer)
                .build();
    }

    private static byte[] joined(String start, List<byte[]> objects, String end) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(start.getBytes(UTF_8));
        for (int i = 0; i < objects.size(); i++) {
            if (i > 0) {
                bytes.write(',');
            }
            bytes.writeBytes(objects.get(i));
        }
        bytes.writeBytes(end.getBytes(UTF_8));
        return bytes.toByteArray();
    }
}
