package org.mtgtracker.server.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplicationTest {
    @ParameterizedTest(name = "{0} {1} / {2} {3} is {4}")
    @CsvSource({
        "Yes, 0, true, 0, RUNNING",
        "Connecting, 2003, true, 0, WAITING",
        "Preparing, 0, true, 0, WAITING",
        "No, 1236, true, 0, LOST",
        "No, 1045, true, 0, STOPPED",
        "No, 0, false, 0, STOPPED",
        "Yes, 0, false, 1062, LOST",
        "Yes, 0, false, 1032, LOST",
        "Yes, 0, false, 1950, LOST",
        "No, 0, false, 1146, LOST",
        "Yes, 0, false, 1114, STOPPED",
        "Yes, 0, false, 1205, STOPPED",
        "Connecting, 2003, false, 1032, LOST"
    })
    void only_data_that_differs_costs_the_replica_its_place(
            String fetching, int fetchError, boolean applying, int applyError, Replication.Verdict verdict) {
        assertThat(Replication.judge(fetching, fetchError, "", applying, applyError, "")
                        .verdict())
                .isEqualTo(verdict);
    }

    @Test
    void the_reason_is_that_of_the_part_that_stopped() {
        assertThat(Replication.judge("Yes", 0, "", false, 1032, "no such row").reason())
                .isEqualTo("no such row");
        assertThat(Replication.judge("No", 1236, "purged", true, 0, "").reason())
                .isEqualTo("purged");
    }
}
