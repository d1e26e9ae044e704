package org.mtgtracker.catalog.boundary;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mtgtracker.catalog.entity.CatalogueHead;
import org.mtgtracker.persistence.boundary.Entities;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Workload;

/**
 * The cards, by id. A card that was retired is still known, since collections and listings refer to it. Each answer is
 * one query, so it comes from one catalogue version even while the next one is brought in.
 */
@ApplicationScoped
public class Catalogue {
    private static final String BY_IDS = """
            SELECT c.scryfallId, o.json, c.version, c.retired
            FROM Card c JOIN c.object o
            WHERE c.scryfallId IN :ids
            """;

    private static final String SUCCESSOR = """
            SELECT n.scryfallId FROM Card o JOIN Card n ON n.id = o.mergedInto WHERE o.scryfallId = :id
            """;

    private static final String ORACLE_ID = "SELECT c.oracleId FROM Card c WHERE c.scryfallId = :id";

    private final Entities entities;

    @Inject
    public Catalogue(@On(Workload.SEARCH) Entities entities) {
        this.entities = requireNonNull(entities, "entities is null");
    }

    protected Catalogue() {
        this.entities = null;
    }

    /** The card with this Scryfall id; empty when there never was one. */
    public Optional<CardJson> card(UUID id) {
        requireNonNull(id, "id is null");
        return cards(List.of(id)).stream().findFirst();
    }

    /** The cards with these Scryfall ids in the order asked; an unknown id is left out, a repeated one repeated. */
    public List<CardJson> cards(List<UUID> ids) {
        requireNonNull(ids, "ids is null");
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, CardJson> found = entities.read(manager -> byIds(manager, Set.copyOf(ids)));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** The card that has the place of one which Scryfall has merged into it; empty when it was not merged. */
    public Optional<UUID> successor(UUID id) {
        requireNonNull(id, "id is null");
        return one(SUCCESSOR, id);
    }

    /** What all printings of this card share; empty when Scryfall gives none, or the card is not known. */
    public Optional<UUID> oracleId(UUID id) {
        requireNonNull(id, "id is null");
        return one(ORACLE_ID, id);
    }

    private Optional<UUID> one(String query, UUID id) {
        return entities.read(manager -> manager.createQuery(query, UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .filter(Objects::nonNull)
                .findFirst());
    }

    /** What the catalogue holds now; version 0 and no cards before the first import. */
    public CatalogueState state() {
        CatalogueHead head = entities.read(manager -> manager.find(CatalogueHead.class, CatalogueHead.ONLY));
        return new CatalogueState(
                head.version(),
                head.cards(),
                head.sets(),
                head.source(),
                head.importedAt() == null ? null : head.importedAt().toInstant(ZoneOffset.UTC));
    }

    private static Map<UUID, CardJson> byIds(EntityManager manager, Set<UUID> ids) {
        return manager.createQuery(BY_IDS, Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .map(row -> new CardJson((UUID) row[0], (byte[]) row[1], (Long) row[2], (Boolean) row[3]))
                .collect(Collectors.toMap(CardJson::id, Function.identity()));
    }
}
