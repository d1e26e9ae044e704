package org.mtgtracker.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.mtgtracker.rest.ScryfallObjects.CardSet;
import org.mtgtracker.rest.ScryfallObjects.CardSymbol;
import org.mtgtracker.rest.ScryfallObjects.Ruling;

/** Which schema the answer of an operation has that is written by hand and not out of a record, for the API's description. */
final class AnswerSchemas {
    /** Those that no resource has. */
    static final List<Class<? extends Record>> ALL = List.of(
            CardSetList.class,
            CardSymbolList.class,
            RulingList.class,
            JsonWebKeys.class,
            JsonWebKey.class,
            AccountExport.class,
            ExportedAct.class);

    private static final Map<String, String> BY_OPERATION = Map.ofEntries(
            Map.entry("card", "Card"),
            Map.entry("namedCard", "Card"),
            Map.entry("randomCard", "Card"),
            Map.entry("sets", "CardSetList"),
            Map.entry("set", "CardSet"),
            Map.entry("symbols", "CardSymbolList"),
            Map.entry("rulings", "RulingList"),
            Map.entry("jwks", "JsonWebKeys"),
            Map.entry("exportMe", "AccountExport"),
            Map.entry("v1Search", "BaselinePage"),
            Map.entry("v1LowestPrice", "BaselinePage"),
            Map.entry("v1Card", "Card"),
            Map.entry("v1Prints", "BaselinePrints"),
            Map.entry("v1Faces", "BaselineFaces"),
            Map.entry("v1Prices", "BaselinePrices"),
            Map.entry("v1LatestPrices", "BaselineLatestPrices"),
            Map.entry("v1Sets", "BaselineSets"),
            Map.entry("v1Artists", "BaselineArtists"),
            Map.entry("v1Keywords", "BaselineKeywords"),
            Map.entry("v1Types", "BaselineTypes"),
            Map.entry("v1Trending", "BaselineTrend"),
            Map.entry("v1NewUser", "BaselineUser"),
            Map.entry("v1ChangeUser", "BaselineUser"),
            Map.entry("v1SignIn", "BaselineTokens"),
            Map.entry("v1SignOut", "BaselineNothing"),
            Map.entry("v1CurrentUser", "BaselineCurrentUser"));

    private AnswerSchemas() {}

    /** The schema of an operation's answer; any object where none is known. */
    static Schema of(String operation) {
        String name = BY_OPERATION.get(operation);
        return name == null
                ? OASFactory.createSchema().type(Schema.SchemaType.OBJECT)
                : OASFactory.createSchema().ref(RecordSchemas.COMPONENTS + name);
    }

    /** All sets. */
    record CardSetList(List<CardSet> data, int total, List<String> warnings) {}

    /** All symbols. */
    record CardSymbolList(List<CardSymbol> data, int total, List<String> warnings) {}

    /** The rulings on a card. */
    record RulingList(List<Ruling> data, List<String> warnings) {}

    /** A JSON Web Key Set (RFC 7517). */
    record JsonWebKeys(List<JsonWebKey> keys) {}

    /** A public key. */
    record JsonWebKey(String kty, String use, String alg, String kid, String n, String e) {}

    /** Everything that is kept of an account; each component that keeps something adds a member. */
    record AccountExport(Object account, List<Object> sessions, List<Object> apiKeys, List<ExportedAct> auditLog) {}

    /** A line of the audit log about the account. */
    record ExportedAct(Instant at, String act, String address) {}
}
