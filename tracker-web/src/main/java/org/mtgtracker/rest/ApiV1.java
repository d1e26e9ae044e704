package org.mtgtracker.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.mtgtracker.rest.v1.BaselineCardResource;
import org.mtgtracker.rest.v1.BaselineListsResource;
import org.mtgtracker.rest.v1.BaselineSearchResource;
import org.mtgtracker.rest.v1.BaselineUsersResource;

/**
 * The first version of the API: the contract of the tracker that was there before, for its clients. Beside docs/versions.md
 * nothing new comes here.
 */
@ApplicationPath("api/v1")
public class ApiV1 extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                BaselineSearchResource.class,
                BaselineUsersResource.class,
                BaselineListsResource.class,
                BaselineCardResource.class,
                DenyByDefault.class,
                EntityTags.class,
                JsonBodyReader.class,
                MatchedRoute.class,
                ProblemMapper.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return ApiV2.SETTINGS;
    }
}
