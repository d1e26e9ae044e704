package org.mtgtracker.arquillian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Looks at every pool from inside the application: two that were swapped by mistake would work, slowly or against the
 * wrong server, without anybody noticing. The embedded primary is server 1, the replica server 2.
 */
@ExtendWith(ArquillianExtension.class)
class PoolsIT {
    private static final String WAR = "tracker-web.war";
    private static final int COMMAND_DENIED = 1142;
    private static final int READ_ONLY = 1290;

    /** The real EAR with this class in its WAR. */
    @Deployment
    static EnterpriseArchive application() {
        EnterpriseArchive ear = ShrinkWrap.create(ZipImporter.class, "tracker.ear")
                .importFrom(new File(System.getProperty("tracker.application")))
                .as(EnterpriseArchive.class);
        WebArchive war = ear.getAsType(WebArchive.class, WAR);
        ear.delete("/" + WAR);
        war.addClass(PoolsIT.class);
        ear.addAsModule(Testable.archiveToTest(war));
        return ear;
    }

    @Test
    void bulk_writes_on_the_primary_and_reads_on_the_replica() throws Exception {
        lead("bulk");
    }

    @Test
    void search_writes_on_the_primary_and_reads_on_the_replica() throws Exception {
        lead("search");
    }

    @Test
    void collection_writes_on_the_primary_and_reads_on_the_replica() throws Exception {
        lead("collection");
    }

    @Test
    void listing_writes_on_the_primary_and_reads_on_the_replica() throws Exception {
        lead("listing");
    }

    @Test
    void auth_writes_on_the_primary_and_reads_on_the_replica() throws Exception {
        lead("auth");
    }

    @Test
    void the_replicas_account_cannot_write() throws Exception {
        try (Connection connection = pool("bulkReplica").getConnection();
                Statement statement = connection.createStatement()) {
            SQLException refusal = assertThrows(
                    SQLException.class, () -> statement.executeUpdate("delete from heartbeat where 1 = 0"));
            assertTrue(
                    List.of(COMMAND_DENIED, READ_ONLY).contains(refusal.getErrorCode()),
                    () -> "Another reason: " + refusal);
        }
    }

    private static void lead(String workload) throws NamingException, SQLException {
        assertEquals(1, number(workload + "Primary", "select @@server_id"), "server of the primary pool");
        assertEquals(0, number(workload + "Primary", "select @@read_only"), "the primary takes writes");
        assertEquals(2, number(workload + "Replica", "select @@server_id"), "server of the replica pool");
        assertEquals(1, number(workload + "Replica", "select @@read_only"), "the replica takes none");
    }

    private static int number(String pool, String question) throws NamingException, SQLException {
        try (Connection connection = pool(pool).getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            assertTrue(answer.next());
            return answer.getInt(1);
        }
    }

    private static DataSource pool(String name) throws NamingException {
        return (DataSource) new InitialContext().lookup("jdbc/" + name);
    }
}
