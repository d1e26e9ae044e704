package org.mtgtracker.pages.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.mtgtracker.catalog.boundary.CardJson;
import org.mtgtracker.catalog.boundary.Catalogue;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.search.boundary.CardIdentifier;
import org.mtgtracker.search.boundary.CardSearch;
import org.mtgtracker.search.boundary.FoundCard;
import org.mtgtracker.search.boundary.IndexNotReady;

/**
 * Pictures of cards that have none: {@code /pictures/ID.svg}, and {@code /pictures/ID-1.svg} of a second face. The
 * parameter {@code v} in their addresses names what they are drawn from, so that a browser keeps them.
 */
@WebServlet(urlPatterns = "/pictures/*")
public class CardPictures extends HttpServlet {
    /** Counts the ways of drawing that there were, so that a picture drawn in an old way is not shown for a year. */
    private static final String WAY_OF_DRAWING = "2";

    private static final Pattern PATH =
            Pattern.compile("/(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})(?:-(\\d))?\\.svg");

    /** Into the field: a container need not know a servlet's constructor. */
    @Inject
    private transient CardSearch search;

    @Inject
    private transient Catalogue catalogue;

    /** For the container. */
    public CardPictures() {}

    CardPictures(CardSearch search, Catalogue catalogue) {
        this.search = requireNonNull(search, "search is null");
        this.catalogue = requireNonNull(catalogue, "catalogue is null");
    }

    /** The address of the picture of a face, from 0, of the card with this object. */
    static String address(UUID id, byte[] object, int face) {
        CRC32 content = new CRC32();
        content.update(object);
        return "/pictures/" + id + (face == 0 ? "" : "-" + face) + ".svg?v=" + WAY_OF_DRAWING
                + Long.toHexString(content.getValue());
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher path = PATH.matcher(Optional.ofNullable(request.getPathInfo()).orElse(""));
        int face = path.matches() && path.group(2) != null ? Integer.parseInt(path.group(2)) : 0;
        Optional<CardView> card = path.matches() ? card(UUID.fromString(path.group(1))) : Optional.empty();
        if (card.isEmpty() || face >= card.get().faces().size()) {
            response.setHeader("Cache-Control", "no-cache");
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        byte[] svg = CardPicture.of(card.get(), face).getBytes(UTF_8);
        response.setContentType("image/svg+xml");
        response.setCharacterEncoding("UTF-8");
        response.setContentLength(svg.length);
        response.getOutputStream().write(svg);
    }

    private Optional<CardView> card(UUID id) {
        try {
            Optional<FoundCard> found =
                    search.cards(List.of(new CardIdentifier.ById(id))).get(0);
            if (found.isPresent()) {
                ByteBuffer object = found.get().object();
                return Optional.of(CardReader.read(id, object));
            }
        } catch (IndexNotReady e) {
            log("Drawn from the database: " + e.getMessage());
        }
        try {
            return catalogue.card(id).map((CardJson json) -> CardReader.read(json));
        } catch (DatabaseUnavailable e) {
            return Optional.empty();
        }
    }
}
