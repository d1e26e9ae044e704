package org.mtgtracker.identity.boundary;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mtgtracker.identity.control.People;
import org.mtgtracker.identity.entity.AuditRecord;
import org.mtgtracker.identity.entity.User;
import org.mtgtracker.persistence.entity.UuidBytes;

/** What was done by whom, for administrators. It is only read here: nothing changes or deletes a line. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@RolesAllowed(Role.Name.ADMIN)
public class Audit {
    private final People people;

    @Inject
    public Audit(People people) {
        this.people = requireNonNull(people, "people is null");
    }

    /** For the container's proxy. */
    public Audit() {
        people = null;
    }

    /** The lines that are meant, the newest first; the page's next is the id to go on before. */
    public Page<AuditEntry> find(AuditFilter filter) {
        return people.fresh(manager -> {
            List<AuditRecord> found =
                    query(manager, filter).setMaxResults(filter.limit() + 1).getResultList();
            List<AuditRecord> page = found.stream().limit(filter.limit()).toList();
            Map<UUID, String> names = names(manager, page);
            return new Page<>(
                    page.stream().map(line -> entry(line, names)).toList(),
                    found.size() > filter.limit()
                            ? Optional.of(
                                    Long.toString(page.get(page.size() - 1).id()))
                            : Optional.empty());
        });
    }

    private static TypedQuery<AuditRecord> query(EntityManager manager, AuditFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        filter.act().ifPresent(act -> add(conditions, parameters, "e.act = :act", "act", act));
        filter.actor().ifPresent(id -> add(conditions, parameters, "e.actor = :actor", "actor", UuidBytes.bytes(id)));
        filter.subject()
                .ifPresent(id -> add(conditions, parameters, "e.subject = :subject", "subject", UuidBytes.bytes(id)));
        filter.from().ifPresent(at -> add(conditions, parameters, "e.at >= :from", "from", Timestamp.from(at)));
        filter.until().ifPresent(at -> add(conditions, parameters, "e.at < :until", "until", Timestamp.from(at)));
        filter.before().ifPresent(id -> add(conditions, parameters, "e.id < :before", "before", id));
        TypedQuery<AuditRecord> query = manager.createQuery(
                "SELECT e FROM AuditRecord e WHERE " + String.join(" AND ", conditions) + " ORDER BY e.id DESC",
                AuditRecord.class);
        parameters.forEach(query::setParameter);
        return query;
    }

    private static void add(
            List<String> conditions, Map<String, Object> parameters, String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
    }

    private static Map<UUID, String> names(EntityManager manager, List<AuditRecord> lines) {
        Map<UUID, String> names = new HashMap<>();
        lines.stream()
                .flatMap(line -> Stream.concat(line.actor().stream(), line.subject().stream()))
                .distinct()
                .forEach(id -> Optional.ofNullable(manager.find(User.class, UuidBytes.bytes(id)))
                        .ifPresent(user -> names.put(id, user.name())));
        return names;
    }

    private static AuditEntry entry(AuditRecord line, Map<UUID, String> names) {
        return new AuditEntry(
                line.id(),
                line.at(),
                line.act(),
                line.actor(),
                line.actor().map(names::get),
                line.subject(),
                line.subject().map(names::get),
                line.address(),
                line.detail());
    }
}
