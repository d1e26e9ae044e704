package org.mtgtracker.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;
import org.mtgtracker.identity.boundary.Scope;
import org.mtgtracker.rest.identity.ApiKeysResource;

class RecordSchemasTest {
    @Test
    void all_scopes_that_there_are_are_described() throws ReflectiveOperationException {
        Schema said = ApiKeysResource.ApiKeyRequest.class.getMethod("scopes").getAnnotation(Schema.class);

        assertThat(Arrays.asList(said.enumeration()))
                .isEqualTo(Stream.of(Scope.values()).map(Scope::word).toList());
        assertThat(said.maxItems()).isEqualTo(Scope.values().length);
    }
}
