package org.mtgtracker.persistence.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class RowsTest {
    private static final SQLException DEAD = new SQLNonTransientConnectionException("Connection reset by peer");
    private final List<String> calls = new ArrayList<>();

    @Test
    void a_write_is_committed_and_the_connection_given_back_as_it_was() {
        Rows rows = rows(Map.of());

        assertThat(rows.<String>write(connection -> "written")).isEqualTo("written");
        assertThat(calls).containsExactly("setAutoCommit false", "commit", "setAutoCommit true", "close");
    }

    @Test
    void a_write_that_throws_is_rolled_back() {
        Rows rows = rows(Map.of());
        IllegalArgumentException problem = new IllegalArgumentException("no");

        assertThatThrownBy(() -> rows.write(connection -> {
                    throw problem;
                }))
                .isSameAs(problem);
        assertThat(calls).containsExactly("setAutoCommit false", "rollback", "setAutoCommit true", "close");
    }

    @Test
    void a_connection_that_dies_at_the_commit_is_an_unavailable_database_however_it_is_told() {
        for (Exception told : List.of(DEAD, wrapped())) {
            Rows rows = rows(Map.of("commit", told, "rollback", wrapped(), "setAutoCommit true", wrapped()));

            assertThatThrownBy(() -> rows.write(connection -> "written"))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("reset by peer");
        }
    }

    @Test
    void a_work_that_throws_on_a_dead_connection_keeps_its_own_exception() {
        Rows rows = rows(Map.of("rollback", wrapped(), "setAutoCommit true", wrapped()));
        IllegalArgumentException problem = new IllegalArgumentException("no");

        assertThatThrownBy(() -> rows.write(connection -> {
                    throw problem;
                }))
                .isSameAs(problem)
                .satisfies(thrown -> assertThat(thrown.getSuppressed()).isNotEmpty());
    }

    @Test
    void a_statement_that_complains_of_itself_on_a_dead_connection_is_an_unavailable_database() {
        for (Exception told : List.of(DEAD, wrapped())) {
            Rows rows = rows(Map.of("rollback", told));

            assertThatThrownBy(() -> rows.write(RowsTest::closedStatement)).isInstanceOf(DatabaseUnavailable.class);
        }
    }

    @Test
    void a_statement_that_is_wrong_on_a_live_connection_is_an_error_of_the_program() {
        assertThatThrownBy(() -> rows(Map.of()).write(RowsTest::closedStatement))
                .isInstanceOf(IllegalStateException.class)
                .isNotInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("statement closed");
    }

    /** As Connector/J ends a batch during which it has lost the connection. */
    private static String closedStatement(Connection connection) throws SQLException {
        throw new SQLException("No operations allowed after statement closed.", "S1009");
    }

    @Test
    void a_read_on_a_connection_that_dies_is_an_unavailable_database_however_it_is_told() {
        for (Exception told : List.of(DEAD, wrapped())) {
            Rows rows = rows(Map.of("createStatement", told));

            assertThatThrownBy(() -> rows.read(connection -> "read")).isInstanceOf(DatabaseUnavailable.class);
        }
    }

    @Test
    void a_read_that_throws_keeps_its_own_exception_when_rows_are_left_unread() {
        Rows rows = rows(Map.of("execute COMMIT", new SQLException("Streaming result set is still active.")));
        IllegalArgumentException problem = new IllegalArgumentException("no");

        assertThatThrownBy(() -> rows.read(connection -> {
                    throw problem;
                }))
                .isSameAs(problem);
        assertThatThrownBy(() -> rows.read(connection -> {
                    throw DEAD;
                }))
                .isInstanceOf(DatabaseUnavailable.class);
    }

    /** As Payara's pool hands on what the driver throws. */
    private static Exception wrapped() {
        return new UndeclaredThrowableException(new InvocationTargetException(DEAD));
    }

    /** Rows over connections that throw at these calls. */
    private Rows rows(Map<String, Exception> failures) {
        return new Rows(failing(failures), failing(failures));
    }

    private DataSource failing(Map<String, Exception> failures) {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DataSource.class},
                (source, method, arguments) -> proxy(Connection.class, failures));
    }

    private <T> T proxy(Class<T> type, Map<String, Exception> failures) {
        return type.cast(Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    String call = method.getName()
                            + switch (method.getName()) {
                                case "setAutoCommit" -> " " + arguments[0];
                                case "execute" -> " " + arguments[0].toString().split(" ")[0];
                                default -> "";
                            };
                    calls.add(call);
                    if (failures.containsKey(call)) {
                        throw failures.get(call);
                    }
                    if (method.getReturnType() == Statement.class) {
                        return proxy(Statement.class, failures);
                    }
                    return method.getReturnType() == boolean.class ? Boolean.FALSE : null;
                }));
    }
}
