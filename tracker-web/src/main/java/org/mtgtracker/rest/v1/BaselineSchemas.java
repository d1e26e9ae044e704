package org.mtgtracker.rest.v1;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mtgtracker.rest.ScryfallObjects.Card;
import org.mtgtracker.rest.ScryfallObjects.CardFace;
import org.mtgtracker.rest.ScryfallObjects.CardSet;

/** The baseline's answers, for the description of the API; they are written by {@link BaselineJson}. */
public final class BaselineSchemas {
    public static final List<Class<? extends Record>> ALL = List.of(
            BaselinePage.class,
            BaselinePagination.class,
            BaselinePrints.class,
            BaselineFaces.class,
            BaselinePrices.class,
            BaselinePriceOfDay.class,
            BaselineLatestPrices.class,
            BaselineSets.class,
            BaselineArtists.class,
            BaselineKeywords.class,
            BaselineTypes.class,
            BaselineTrend.class,
            BaselineMover.class,
            BaselineUser.class,
            BaselineTokens.class,
            BaselineCurrentUser.class,
            BaselineCaller.class,
            BaselineNothing.class);

    private BaselineSchemas() {}

    /** A page of cards. */
    public record BaselinePage(List<Card> cards, BaselinePagination pagination, Instant timestamp) {}

    /** Where a page is among the others. */
    public record BaselinePagination(
            int currentPage,
            int pageSize,
            int totalRecords,
            int totalPages,
            boolean hasNextPage,
            boolean hasPreviousPage) {}

    /** All printings of a card. */
    public record BaselinePrints(List<Card> cards) {}

    /** The faces of a card. */
    public record BaselineFaces(List<CardFace> faces) {}

    /** A card's prices. */
    public record BaselinePrices(List<BaselinePriceOfDay> prices) {}

    /** A card's prices on a day. */
    public record BaselinePriceOfDay(
            LocalDate date,
            @Schema(nullable = true, example = "1.25") String usd,
            @Schema(nullable = true) String usd_foil,
            @Schema(nullable = true) String usd_etched,
            @Schema(nullable = true) String eur,
            @Schema(nullable = true) String eur_foil,
            @Schema(nullable = true) String tix) {}

    /** A card's newest prices. */
    public record BaselineLatestPrices(
            UUID card_id,
            @Schema(nullable = true, example = "1.25") String usd,
            @Schema(nullable = true) String usd_foil,
            @Schema(nullable = true) String usd_etched,
            @Schema(nullable = true) String eur,
            @Schema(nullable = true) String eur_foil,
            @Schema(nullable = true) String tix) {}

    /** All sets. */
    public record BaselineSets(List<CardSet> sets) {}

    /** Everybody who painted a card. */
    public record BaselineArtists(List<String> artists) {}

    /** All keywords. */
    public record BaselineKeywords(List<String> keywords) {}

    /** All words of type lines. */
    public record BaselineTypes(List<String> types) {}

    /** What moves. */
    public record BaselineTrend(List<BaselineMover> cards) {}

    /** A card that moves. */
    public record BaselineMover(
            Card card,
            String timeframe,
            String price_type,
            String direction,
            @Schema(example = "2.50") String current_price,
            @Schema(example = "2.00") String old_price,
            @Schema(example = "25.00") String percent_change) {}

    /** An account. */
    public record BaselineUser(
            UUID id,
            @Schema(example = "jaya") String name,
            @Schema(nullable = true) String email,
            @Schema(enumeration = {"user", "admin"}) String role,
            boolean is_active,
            boolean is_verified) {}

    /** Who signed in, and with what to go on. */
    public record BaselineTokens(
            UUID id,
            String name,
            @Schema(enumeration = {"user", "admin"}) String role,

            @Schema(description = "Sent as Authorization: Bearer")
            String token,

            long expires_in,
            String refresh_token) {}

    /** Who asks; null when nobody is named. */
    public record BaselineCurrentUser(
            @Schema(nullable = true) BaselineCaller currentUser) {}

    /** Somebody who is signed in. */
    public record BaselineCaller(
            UUID id,
            String name,
            @Schema(enumeration = {"user", "admin"}) String role) {}

    /** An object without members. */
    public record BaselineNothing() {}
}
