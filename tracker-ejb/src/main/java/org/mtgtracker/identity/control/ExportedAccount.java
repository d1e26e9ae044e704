package org.mtgtracker.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mtgtracker.identity.boundary.Account;
import org.mtgtracker.identity.boundary.ApiKeyInfo;
import org.mtgtracker.identity.boundary.Caller;
import org.mtgtracker.identity.boundary.Scope;
import org.mtgtracker.identity.boundary.SessionInfo;
import org.mtgtracker.identity.entity.ApiKey;
import org.mtgtracker.identity.entity.AuditRecord;
import org.mtgtracker.persistence.entity.UuidBytes;

/** What this component itself keeps of a person, for the person to have. No hash of a secret is part of it. */
@ApplicationScoped
public class ExportedAccount {
    private static final int MOST_ENTRIES = 10_000;

    /** The account with its sessions, keys and what the audit log says of it. */
    public Map<String, Object> of(EntityManager manager, Caller caller, Instant now) {
        UUID id = caller.id();
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("account", account(People.known(manager, id).asAccount()));
        parts.put(
                "sessions",
                People.sessions(manager, id, now).stream()
                        .map(session -> session(session.asInfo(caller.session())))
                        .toList());
        parts.put("apiKeys", keys(manager, id));
        parts.put("auditLog", acts(manager, id));
        return parts;
    }

    private static Map<String, Object> account(Account account) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", account.id().toString());
        fields.put("name", account.name());
        account.email().ifPresent(email -> fields.put("email", email));
        fields.put("emailVerified", account.emailVerified());
        fields.put("role", account.role().name());
        fields.put("createdAt", account.createdAt());
        return fields;
    }

    private static Map<String, Object> session(SessionInfo session) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", session.id().toString());
        fields.put("kind", session.kind().name());
        fields.put("address", session.origin().address());
        fields.put("device", session.origin().device());
        fields.put("startedAt", session.startedAt());
        fields.put("lastUsedAt", session.lastUsedAt());
        return fields;
    }

    private static List<Map<String, Object>> keys(EntityManager manager, UUID owner) {
        return manager
                .createNamedQuery(ApiKey.BY_OWNER, ApiKey.class)
                .setParameter("owner", UuidBytes.bytes(owner))
                .getResultList()
                .stream()
                .map(ApiKey::asInfo)
                .map(ExportedAccount::key)
                .toList();
    }

    private static Map<String, Object> key(ApiKeyInfo key) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", key.id().toString());
        fields.put("name", key.name());
        fields.put("prefix", key.prefix());
        fields.put("scopes", key.scopes().stream().sorted().map(Scope::word).toList());
        fields.put("createdAt", key.createdAt());
        put(fields, "expiresAt", key.expiresAt());
        put(fields, "lastUsedAt", key.lastUsedAt());
        put(fields, "revokedAt", key.revokedAt());
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, Optional<Instant> moment) {
        moment.ifPresent(value -> fields.put(name, value));
    }

    private static List<Map<String, Object>> acts(EntityManager manager, UUID account) {
        return manager
                .createQuery(
                        "SELECT e FROM AuditRecord e WHERE e.subject = :account OR e.actor = :account ORDER BY e.id DESC",
                        AuditRecord.class)
                .setParameter("account", UuidBytes.bytes(account))
                .setMaxResults(MOST_ENTRIES)
                .getResultList()
                .stream()
                .map(entry -> act(entry, account))
                .toList();
    }

    /** From where somebody else acted is that one's own. */
    private static Map<String, Object> act(AuditRecord entry, UUID account) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("at", entry.at());
        fields.put("act", entry.act().word());
        if (entry.actor().filter(account::equals).isPresent()) {
            fields.put("address", entry.address());
        }
        return fields;
    }
}
