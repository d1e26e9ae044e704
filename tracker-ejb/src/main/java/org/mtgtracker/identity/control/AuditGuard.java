package org.mtgtracker.identity.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Rows;
import org.mtgtracker.persistence.boundary.SchemaReady;
import org.mtgtracker.persistence.boundary.Workload;

/**
 * Has the database itself refuse to change a line of the audit log, or to delete one that is younger than a year, by
 * triggers. No migration makes them: a server with a binary log takes triggers only from accounts of high privileges or
 * when {@code log_bin_trust_function_creators} is on, and the application does not need either.
 */
@ApplicationScoped
public class AuditGuard {
    private static final Logger LOG = Logger.getLogger(AuditGuard.class.getName());

    private static final Map<String, String> TRIGGERS =
            new LinkedHashMap<>(Map.of("audit_entry_unchanged", """
            CREATE TRIGGER IF NOT EXISTS audit_entry_unchanged BEFORE UPDATE ON audit_entry FOR EACH ROW
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A line of the audit log is not changed'""", "audit_entry_kept", """
            CREATE TRIGGER IF NOT EXISTS audit_entry_kept BEFORE DELETE ON audit_entry FOR EACH ROW
            BEGIN
                IF OLD.at > UTC_TIMESTAMP() - INTERVAL 365 DAY THEN
                    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A line of the audit log is kept for a year';
                END IF;
            END"""));

    private final Rows rows;

    @Inject
    public AuditGuard(@On(Workload.BULK) Rows rows) {
        this.rows = requireNonNull(rows, "rows is null");
    }

    /** For the container's proxy. */
    protected AuditGuard() {
        rows = null;
    }

    void onSchemaReady(@Observes SchemaReady ready) {
        try {
            makeTriggers();
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "The database does not guard the audit log, since it takes no triggers from this account; docs/identity.md"
                            + " tells what to do: {0}",
                    e.getMessage());
        }
    }

    /** Makes the triggers that are not there. */
    void makeTriggers() {
        rows.write(connection -> {
            for (Map.Entry<String, String> trigger : TRIGGERS.entrySet()) {
                if (!exists(connection, trigger.getKey())) {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute(trigger.getValue());
                    }
                }
            }
            return null;
        });
    }

    private static boolean exists(Connection connection, String trigger) throws SQLException {
        try (PreparedStatement look = connection.prepareStatement(
                "SELECT 1 FROM information_schema.triggers WHERE trigger_schema = DATABASE() AND trigger_name = ?")) {
            look.setString(1, trigger);
            try (ResultSet found = look.executeQuery()) {
                return found.next();
            }
        }
    }
}
