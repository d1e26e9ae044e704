package org.mtgtracker.pages.catalog;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.mtgtracker.catalog.boundary.CardJson;
import org.mtgtracker.catalog.boundary.Catalogue;
import org.mtgtracker.pages.site.Exchange;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;

/** The page of one card: {@code /card?id=UUID}. */
@Named
@RequestScoped
public class CardPage {
    /** {@link UUID#fromString} alone takes {@code 1-1-1-1-1} for one as well. */
    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final Catalogue catalogue;
    private final Exchange exchange;
    private CardView card;
    private String problem = "";

    @Inject
    public CardPage(Catalogue catalogue, Exchange exchange) {
        this.catalogue = requireNonNull(catalogue, "catalogue is null");
        this.exchange = requireNonNull(exchange, "exchange is null");
    }

    /** For the container's proxy. */
    protected CardPage() {
        catalogue = null;
        exchange = null;
    }

    /** Finds the card that the address names; without one the page says what is wrong, with a status to match. */
    public void load() {
        String id = exchange.parameter("id").orElse("").strip();
        if (!ID.matcher(id).matches()) {
            problem(400, id.isEmpty() ? "The address names no card." : "The address does not hold the id of a card.");
            return;
        }
        try {
            Optional<CardJson> found = catalogue.card(UUID.fromString(id));
            found.ifPresentOrElse(
                    json -> card = CardReader.read(json),
                    () -> problem(404, "There is no card with this id. It may have left the catalogue."));
        } catch (DatabaseUnavailable e) {
            problem(503, "The catalogue does not answer at the moment. Please try again in a minute.");
        }
    }

    /** The card; null when there is a problem instead. */
    public CardView getCard() {
        return card;
    }

    /** A sentence for the reader; empty when the card is shown. */
    public String getProblem() {
        return problem;
    }

    private void problem(int status, String sentence) {
        exchange.status(status);
        problem = sentence;
    }
}
