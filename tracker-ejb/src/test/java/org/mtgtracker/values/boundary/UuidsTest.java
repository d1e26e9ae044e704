package org.mtgtracker.values.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UuidsTest {
    @Test
    void a_uuid_in_full_is_one_in_either_case() {
        UUID id = UUID.fromString("0000579f-7b35-4ed3-b44c-db2a538066fe");
        assertThat(Uuids.in(id.toString())).contains(id);
        assertThat(Uuids.in("0000579F-7B35-4ED3-B44C-DB2A538066FE")).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "0000579f7b354ed3b44cdb2a538066fe",
                "0000579f-7b35-4ed3-b44c-db2a538066f",
                "0000579f-7b35-4ed3-b44c-db2a538066fe0",
                "0000579g-7b35-4ed3-b44c-db2a538066fe",
                "0000579-f7b35-4ed3-b44c-db2a538066fe",
                "+000579f-7b35-4ed3-b44c-db2a538066fe",
                "\uff10000579f-7b35-4ed3-b44c-db2a538066fe",
                " 000579f-7b35-4ed3-b44c-db2a538066fe",
                "{000579f-7b35-4ed3-b44c-db2a538066f}"
            })
    void anything_else_is_none(String text) {
        assertThat(Uuids.in(text)).isEmpty();
    }
}
