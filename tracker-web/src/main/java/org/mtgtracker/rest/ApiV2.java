package org.mtgtracker.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.mtgtracker.rest.catalog.CardResource;
import org.mtgtracker.rest.catalog.CatalogueResource;
import org.mtgtracker.rest.catalog.ImportsResource;
import org.mtgtracker.rest.catalog.ReferencesResource;
import org.mtgtracker.rest.identity.ApiKeysResource;
import org.mtgtracker.rest.identity.AuditResource;
import org.mtgtracker.rest.identity.AuthResource;
import org.mtgtracker.rest.identity.MeResource;
import org.mtgtracker.rest.identity.TokenKeysResource;
import org.mtgtracker.rest.identity.UsersKeysResource;
import org.mtgtracker.rest.identity.UsersResource;
import org.mtgtracker.rest.identity.WhoamiResource;
import org.mtgtracker.rest.jobs.JobsResource;
import org.mtgtracker.rest.pricing.LatestPricesResource;
import org.mtgtracker.rest.pricing.PriceFilesResource;
import org.mtgtracker.rest.pricing.PriceHistoryResource;
import org.mtgtracker.rest.search.CardCollectionResource;
import org.mtgtracker.rest.search.CardsResource;
import org.mtgtracker.rest.search.IndexResource;
import org.mtgtracker.rest.search.NamedCardResource;
import org.mtgtracker.rest.search.RandomCardResource;
import org.mtgtracker.rest.search.SuggestionsResource;
import org.mtgtracker.rest.trending.TrendingResource;

/** The second version of the API. Its classes are named one by one, since other versions live in the same WAR. */
@ApplicationPath("api/v2")
public class ApiV2 extends Application {
    /** What every version asks of Jersey. */
    static final Map<String, Object> SETTINGS = Map.of(
            // a description of the API that nobody maintains and that no role guards
            "jersey.config.server.wadl.disableWadl",
            true,
            // links stay as they are written, so that they are right behind any proxy
            "jersey.config.server.headers.location.relative.resolution.disabled",
            true,
            // an error page of the container must not take the place of an answer without a body
            "jersey.config.server.response.setStatusOverSendError",
            true);

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                CardResource.class,
                CardsResource.class,
                SuggestionsResource.class,
                NamedCardResource.class,
                RandomCardResource.class,
                CardCollectionResource.class,
                IndexResource.class,
                PriceHistoryResource.class,
                LatestPricesResource.class,
                PriceFilesResource.class,
                TrendingResource.class,
                CatalogueResource.class,
                ImportsResource.class,
                ReferencesResource.class,
                JobsResource.class,
                WhoamiResource.class,
                AuthResource.class,
                MeResource.class,
                ApiKeysResource.class,
                UsersResource.class,
                UsersKeysResource.class,
                AuditResource.class,
                TokenKeysResource.class,
                DenyByDefault.class,
                EntityTags.class,
                IdempotencyFilter.class,
                JsonBodyReader.class,
                MatchedRoute.class,
                ProblemMapper.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return SETTINGS;
    }
}
