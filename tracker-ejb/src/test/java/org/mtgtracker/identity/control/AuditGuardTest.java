package org.mtgtracker.identity.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.OnEachDatabase;
import org.mtgtracker.persistence.boundary.SchemaReady;

@OnEachDatabase
class AuditGuardTest {
    private final DataSource source;
    private final AuditGuard guard;

    AuditGuardTest(DatabaseUnderTest database) {
        this.source = database.schema("audit_guard");
        this.guard = new AuditGuard(DatabaseUnderTest.rows(source));
    }

    @Test
    void a_line_is_never_changed_and_kept_for_a_year() throws SQLException {
        // every start does
        guard.onSchemaReady(new SchemaReady("11"));
        guard.onSchemaReady(new SchemaReady("11"));
        add("UTC_TIMESTAMP(3)", "here");
        add("UTC_TIMESTAMP(3) - INTERVAL 366 DAY", "long ago");

        if (takesTriggers()) {
            assertThatThrownBy(() -> sql("UPDATE audit_entry SET detail = 'y'"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("not changed");
            assertThatThrownBy(() -> sql("DELETE FROM audit_entry WHERE address = 'here'"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("kept for a year");
        } else {
            // the start went on all the same, and said so
            assertThatThrownBy(guard::makeTriggers).hasMessageContaining("log_bin_trust_function_creators");
        }
        assertThat(sql("DELETE FROM audit_entry WHERE address = 'long ago'")).isEqualTo(1);
    }

    private boolean takesTriggers() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement ask = connection.createStatement();
                ResultSet answer = ask.executeQuery("SELECT @@log_bin_trust_function_creators")) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private void add(String at, String address) throws SQLException {
        sql("INSERT INTO audit_entry (at, action, address, detail) VALUES (" + at + ", 'SIGNED_IN', '" + address
                + "', '')");
    }

    private int sql(String statement) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement run = connection.createStatement()) {
            return run.executeUpdate(statement);
        }
    }
}
