package org.mtgtracker.server.mariadb;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * How the replica stands to its primary.
 *
 * @param verdict what to make of it
 * @param reason the server's own words for anything but {@link Verdict#RUNNING}
 */
record Replication(Verdict verdict, String reason) {

    enum Verdict {
        RUNNING,
        /** It tries by itself: the primary does not answer at the moment. */
        WAITING,
        /** It has stopped over something that passes: to be started again. */
        STOPPED,
        /** It cannot go on from where it is: its data is not the primary's of any moment. */
        LOST
    }

    /** ER_MASTER_FATAL_ERROR_READING_BINLOG: what it needs next is not in the primary's log, or never was. */
    private static final int NOT_IN_THE_LOG = 1236;
    /**
     * What stops the applying of changes but says nothing about the data: full disk or memory (3, 5, 28, 1021, 1037,
     * 1038, 1041, 1114), locks (1205, 1213), connections and shutdown (1040, 1053, 1317, 1927, 1969, 2006, 2013),
     * relay log, which is fetched anew (1594, 1595).
     */
    private static final Set<Integer> PASSING = Set.of(
            3, 5, 28, 1021, 1037, 1038, 1040, 1041, 1053, 1114, 1205, 1213, 1317, 1594, 1595, 1927, 1969, 2006, 2013);

    /** Points the replica at the primary and starts it from where its data stands. */
    static void follow(Connection replica, Endpoint primary) throws SQLException {
        try (Statement statement = replica.createStatement();
                PreparedStatement change = replica.prepareStatement("""
                        CHANGE MASTER TO MASTER_HOST = ?, MASTER_PORT = ?, MASTER_USER = ?, MASTER_PASSWORD = ?,
                          MASTER_USE_GTID = slave_pos, MASTER_CONNECT_RETRY = 1, MASTER_SSL = 0,
                          MASTER_SSL_VERIFY_SERVER_CERT = 0
                        """)) {
            statement.execute("STOP SLAVE");
            change.setString(1, primary.host());
            change.setInt(2, primary.port());
            change.setString(3, primary.user());
            change.setString(4, primary.password());
            change.execute();
            statement.execute("START SLAVE");
        }
    }

    static Replication state(Connection replica) throws SQLException {
        try (Statement statement = replica.createStatement();
                ResultSet status = statement.executeQuery("SHOW SLAVE STATUS")) {
            if (!status.next()) {
                return new Replication(Verdict.STOPPED, "it follows nobody");
            }
            return judge(
                    status.getString("Slave_IO_Running"),
                    status.getInt("Last_IO_Errno"),
                    status.getString("Last_IO_Error"),
                    "Yes".equals(status.getString("Slave_SQL_Running")),
                    status.getInt("Last_SQL_Errno"),
                    status.getString("Last_SQL_Error"));
        }
    }

    static Replication judge(
            String fetching, int fetchError, String fetchReason, boolean applying, int applyError, String applyReason) {
        if (!applying && applyError != 0) {
            return new Replication(PASSING.contains(applyError) ? Verdict.STOPPED : Verdict.LOST, applyReason);
        }
        if ("No".equals(fetching)) {
            return new Replication(fetchError == NOT_IN_THE_LOG ? Verdict.LOST : Verdict.STOPPED, fetchReason);
        }
        if (!applying) {
            return new Replication(Verdict.STOPPED, "it does not apply what it gets");
        }
        return "Yes".equals(fetching)
                ? new Replication(Verdict.RUNNING, "")
                : new Replication(Verdict.WAITING, fetchReason);
    }
}
