package org.mtgtracker.persistence.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.persistence.entity.UuidBytes;

/** On both servers, with files and without them. */
class BulkInsertTest {
    private static final String TABLE = "bulk_insert_test";
    private static final BulkInsert INSERT =
            new BulkInsert(TABLE, List.of("id", "uuid", "name", "price", "day", "open", "bytes"));
    private static final byte[] EVERY_BYTE = new byte[256];

    static {
        for (int i = 0; i < EVERY_BYTE.length; i++) {
            EVERY_BYTE[i] = (byte) i;
        }
    }

    private Connection connection;

    private record Row(
            Integer id, UUID uuid, String name, BigDecimal price, LocalDate day, boolean open, byte[] bytes) {
        static void write(Row row, BulkInsert.Values values) throws SQLException {
            values.number(row.id);
            values.uuid(row.uuid);
            values.text(row.name);
            values.number(row.price);
            values.day(row.day);
            values.truth(row.open);
            values.bytes(row.bytes);
        }
    }

    static Stream<Arguments> connections() {
        return Stream.of(DatabaseUnderTest.values())
                .flatMap(server -> Stream.of(Arguments.of(server, true), Arguments.of(server, false)));
    }

    private void connect(DatabaseUnderTest server, boolean files) throws SQLException {
        MysqlDataSource source = (MysqlDataSource) server.schema("bulk_insert");
        MysqlDataSource own = new MysqlDataSource();
        own.setUrl(files ? source.getURL() : source.getURL().replaceAll("allowLoadLocalInfileInPath=[^&]*", ""));
        own.setUser(source.getUser());
        own.setPassword(source.getPassword());
        connection = own.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS " + TABLE);
            statement.execute("CREATE TABLE " + TABLE + " (id INT NOT NULL PRIMARY KEY, uuid BINARY(16), name"
                    + " VARCHAR(60) CHARACTER SET utf8mb4, price DECIMAL(12, 2), day DATE, open BOOLEAN NOT NULL,"
                    + " bytes MEDIUMBLOB) ENGINE = InnoDB");
        }
        connection.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        if (connection != null) {
            connection.close();
        }
    }

    @ParameterizedTest
    @MethodSource("connections")
    void every_value_comes_back_as_it_was(DatabaseUnderTest server, boolean files) throws SQLException {
        connect(server, files);
        List<Row> rows = new ArrayList<>(IntStream.range(0, 250)
                .mapToObj(id -> row(id, "Jötun \\ \t \n \r \0 N 'quoted', \"and\" 龍 🐉 " + id))
                .toList());
        rows.add(new Row(250, null, null, null, null, false, null));
        rows.add(new Row(251, null, "", null, null, false, new byte[0]));
        rows.add(new Row(252, null, "\\N", null, null, false, new byte[] {'N', 'U', 'L', 'L'}));

        INSERT.insert(connection, rows, Row::write);

        assertThat(stored()).usingRecursiveComparison().isEqualTo(rows);
    }

    @ParameterizedTest
    @MethodSource("connections")
    void a_value_that_does_not_fit_is_refused(DatabaseUnderTest server, boolean files) throws SQLException {
        connect(server, files);
        assertRefused(List.of(row(1, "short"), row(2, "long ".repeat(20))));
        assertRefused(List.of(row(1, "one"), row(1, "the same again")));
        assertRefused(List.of(row(1, "one"), new Row(null, null, "without a number", null, null, false, null)));
    }

    @ParameterizedTest
    @MethodSource("connections")
    void what_is_rolled_back_is_gone_and_no_file_stays(DatabaseUnderTest server, boolean files)
            throws SQLException, IOException {
        connect(server, files);
        INSERT.insert(connection, List.of(row(1, "one")), Row::write);
        connection.rollback();

        assertThat(stored()).isEmpty();
        Path folder = Path.of("target/load");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> left = Files.list(folder)) {
                assertThat(left).isEmpty();
            }
        }
    }

    private void assertRefused(List<Row> rows) throws SQLException {
        assertThatThrownBy(() -> INSERT.insert(connection, rows, Row::write)).isInstanceOf(SQLException.class);
        connection.rollback();
        assertThat(stored()).isEmpty();
    }

    private static Row row(int id, String name) {
        return new Row(
                id,
                new UUID(0x5c09_0a00_0000_0000L | id, 0x095c_0a00_5c5c_0000L | id),
                name,
                new BigDecimal("1000000.50"),
                LocalDate.of(2026, 1, 31),
                id % 2 == 0,
                EVERY_BYTE);
    }

    private List<Row> stored() throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(
                        "SELECT id, uuid, name, price, day, open, bytes FROM " + TABLE + " ORDER BY id")) {
            while (row.next()) {
                rows.add(new Row(
                        row.getInt(1),
                        UuidBytes.uuid(row.getBytes(2)),
                        row.getString(3),
                        row.getBigDecimal(4),
                        row.getObject(5, LocalDate.class),
                        row.getBoolean(6),
                        row.getBytes(7)));
            }
        }
        return rows;
    }
}
