package org.mtgtracker.search.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mtgtracker.catalog.boundary.CardPrices;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.persistence.boundary.Rows;
import org.mtgtracker.search.Cards;
import org.mtgtracker.search.boundary.CardSearch;
import org.mtgtracker.search.boundary.Found;
import org.mtgtracker.search.boundary.FoundCard;
import org.mtgtracker.search.boundary.IndexNotReady;
import org.mtgtracker.search.boundary.QueryTooLong;
import org.mtgtracker.search.boundary.SearchOptions;
import org.mtgtracker.search.index.CardIndexBuilder;

@Timeout(30)
class IndexKeeperTest {
    @TempDir
    private Path folder;

    private final Ticking clock = new Ticking();
    private Catalogue catalogue;
    private IndexKeeper keeper;

    @BeforeEach
    void make() {
        catalogue = new Catalogue(folder);
        keeper = new IndexKeeper(catalogue, clock);
    }

    @Test
    void before_the_first_index_a_search_says_that_it_is_not_ready() {
        assertThat(keeper.ready()).isFalse();
        assertThatThrownBy(() -> new CardSearch(keeper).search(SearchOptions.of("sol")))
                .isInstanceOf(IndexNotReady.class);
    }

    @Test
    void an_empty_catalogue_is_searched_like_any_other() {
        catalogue.version = 0;

        keeper.refresh();

        assertThat(new CardSearch(keeper).search(SearchOptions.of("sol")).total())
                .isZero();
        assertThat(keeper.version()).isZero();
    }

    @Test
    void a_new_version_is_built_once_and_takes_the_place_of_the_old_one() {
        keeper.refresh();
        keeper.refresh();
        assertThat(catalogue.builds).hasValue(1);

        catalogue.version = 2;
        keeper.refresh();

        assertThat(keeper.version()).isEqualTo(2);
        assertThat(catalogue.builds).hasValue(2);
    }

    @Test
    void a_failing_build_keeps_the_old_index_and_is_tried_again_later_and_later() {
        keeper.refresh();
        catalogue.version = 2;
        catalogue.broken = true;

        assertThatCode(keeper::refresh).doesNotThrowAnyException();
        keeper.refresh();
        assertThat(catalogue.builds).as("no second attempt within the pause").hasValue(2);
        clock.pass(IndexKeeper.FIRST_PAUSE);
        keeper.refresh();
        assertThat(catalogue.builds).hasValue(3);
        clock.pass(IndexKeeper.FIRST_PAUSE);
        keeper.refresh();
        assertThat(catalogue.builds).as("the second pause is longer").hasValue(3);
        assertThat(keeper.version()).isEqualTo(1);

        catalogue.broken = false;
        clock.pass(IndexKeeper.LONGEST_PAUSE);
        keeper.refresh();
        assertThat(keeper.version()).isEqualTo(2);
    }

    @Test
    void the_pause_never_gets_longer_than_its_limit() {
        catalogue.broken = true;
        for (int attempt = 1; attempt <= 40; attempt++) {
            keeper.refresh();
            assertThat(catalogue.builds).hasValue(attempt);
            clock.pass(IndexKeeper.LONGEST_PAUSE);
        }
    }

    @Test
    void news_of_an_import_does_not_wait_for_the_pause_to_end() {
        catalogue.broken = true;
        keeper.refresh();
        catalogue.broken = false;

        keeper.hurry();

        assertThat(keeper.ready()).isTrue();
    }

    @Test
    void an_older_version_is_believed_only_when_it_stays() {
        catalogue.version = 5;
        keeper.refresh();
        catalogue.version = 4;
        keeper.refresh();
        clock.pass(IndexKeeper.OLDER_VERSION_BELIEVED.dividedBy(2));
        keeper.refresh();
        assertThat(keeper.version()).isEqualTo(5);

        clock.pass(IndexKeeper.OLDER_VERSION_BELIEVED);
        keeper.refresh();
        assertThat(keeper.version()).isEqualTo(4);
    }

    @Test
    void searches_go_on_while_an_index_is_built_and_a_second_build_is_not_begun() throws InterruptedException {
        keeper.refresh();
        catalogue.version = 2;
        catalogue.held = new CountDownLatch(1);
        Thread builder = new Thread(keeper::refresh, "builder");
        builder.start();
        await().atMost(Duration.ofSeconds(10)).until(() -> catalogue.builds.get() == 2);

        keeper.refresh();
        keeper.hurry();
        Found meanwhile = new CardSearch(keeper).search(SearchOptions.of("ring"));

        assertThat(meanwhile.version()).isEqualTo(1);
        assertThat(catalogue.builds).hasValue(2);
        catalogue.held.countDown();
        builder.join(TimeUnit.SECONDS.toMillis(10));
        assertThat(new CardSearch(keeper).search(SearchOptions.of("ring")).version())
                .isEqualTo(2);
    }

    @Test
    void a_card_is_answered_by_its_id_as_it_came() {
        CardSearch search = new CardSearch(keeper);
        assertThat(search.card(UUID.randomUUID())).as("before the first index").isEmpty();

        keeper.refresh();
        UUID ring = search.search(SearchOptions.of("ring")).cards().get(0);

        FoundCard card = search.card(ring).orElseThrow();
        assertThat(card.id()).isEqualTo(ring);
        assertThat(card.version()).isEqualTo(1);
        assertThat(card.bytes()).isEqualTo(Cards.named("Sol Ring").json());
        assertThat(card.bytes())
                .as("read once more")
                .isEqualTo(Cards.named("Sol Ring").json());
        assertThat(search.card(UUID.randomUUID())).isEmpty();
    }

    @Test
    void from_the_end_of_an_import_to_its_index_only_the_catalogue_knows_a_card() {
        CardSearch search = new CardSearch(keeper);
        keeper.refresh();
        UUID ring = search.search(SearchOptions.of("ring")).cards().get(0);

        keeper.heard(2);
        assertThat(keeper.isBehind()).isTrue();
        assertThat(search.card(ring)).isEmpty();
        assertThat(search.search(SearchOptions.of("ring")).total()).isEqualTo(1);

        catalogue.version = 2;
        keeper.refresh();
        assertThat(keeper.isBehind()).isFalse();
        assertThat(search.card(ring)).map(FoundCard::version).hasValue(2L);
    }

    @Test
    void an_import_of_another_pod_is_known_of_before_its_index_is_built() {
        keeper.refresh();
        catalogue.version = 2;
        catalogue.broken = true;

        keeper.refresh();

        assertThat(keeper.isBehind()).isTrue();
    }

    @Test
    void a_replica_that_has_not_heard_of_an_import_yet_takes_nothing_back() {
        keeper.refresh();
        keeper.heard(2);

        keeper.refresh();

        assertThat(keeper.version()).isEqualTo(1);
        assertThat(keeper.isBehind()).isTrue();
    }

    @Test
    void a_version_that_was_heard_of_and_never_comes_is_forgotten() {
        keeper.refresh();
        keeper.heard(2);
        keeper.refresh();
        clock.pass(IndexKeeper.OLDER_VERSION_BELIEVED);

        keeper.refresh();

        assertThat(keeper.version()).isEqualTo(1);
        assertThat(keeper.isBehind()).isFalse();
        assertThat(catalogue.builds).hasValue(1);
    }

    @Test
    void a_catalogue_that_was_set_back_is_the_newest_there_is() {
        catalogue.version = 5;
        keeper.refresh();
        catalogue.version = 4;
        keeper.refresh();
        assertThat(keeper.isBehind()).as("not yet believed").isFalse();

        clock.pass(IndexKeeper.OLDER_VERSION_BELIEVED);
        keeper.refresh();

        assertThat(keeper.version()).isEqualTo(4);
        assertThat(keeper.isBehind()).isFalse();
    }

    @Test
    void a_query_may_have_a_thousand_characters_and_not_one_more() {
        keeper.refresh();
        CardSearch search = new CardSearch(keeper);

        assertThat(search.search(SearchOptions.of("𝔞".repeat(1000))).total()).isZero();
        assertThatThrownBy(() -> search.search(SearchOptions.of("a".repeat(1001))))
                .isInstanceOf(QueryTooLong.class)
                .hasMessage("The search is 1,001 characters long; at most 1,000 are allowed.");
    }

    @Test
    void a_page_has_one_to_a_thousand_cards() {
        SearchOptions options = SearchOptions.of("a");

        assertThatThrownBy(() -> options.limit(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options.limit(1001))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 1000");
    }

    @Test
    void the_objects_are_there_as_they_came_and_the_old_file_goes_when_the_new_index_is_there() throws IOException {
        keeper.refresh();
        Found found = new CardSearch(keeper).search(SearchOptions.of("sol"));
        catalogue.version = 2;
        keeper.refresh();

        byte[] object = new byte[found.objects().get(0).remaining()];
        found.objects().get(0).duplicate().get(object);
        assertThat(object).isEqualTo(Cards.named("Sol Ring").json());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void new_prices_hold_for_this_index_and_for_those_to_come() {
        keeper.refresh();
        CardSearch search = new CardSearch(keeper);
        String before = search.state();
        CardPrices prices = new CardPrices();
        prices.add(0, new int[] {1234, -1, -1, -1, -1, -1});

        keeper.newPrices(prices);
        assertThat(search.search(SearchOptions.of("usd=12.34")).total()).isEqualTo(1);
        assertThat(search.state()).isNotEqualTo(before);

        catalogue.version = 2;
        keeper.refresh();
        assertThat(search.search(SearchOptions.of("usd=12.34")).total()).isEqualTo(1);
    }

    /** A catalogue that does as it is told, in the place of the database. */
    private static final class Catalogue extends IndexRows {
        final AtomicInteger builds = new AtomicInteger();
        volatile long version = 1;
        volatile boolean broken;
        volatile CountDownLatch held = new CountDownLatch(0);

        private final Path folder;

        Catalogue(Path folder) {
            super(new Rows(new NoDatabase(), new NoDatabase()), new SearchFolder(folder));
            this.folder = folder;
        }

        @Override
        public long version() {
            return version;
        }

        @Override
        public SearchedCatalogue build() {
            builds.incrementAndGet();
            if (broken) {
                throw new DatabaseUnavailable("The database does not answer: test", null);
            }
            try {
                held.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            CardIndexBuilder index = new CardIndexBuilder();
            try (ObjectFile.Writer objects = ObjectFile.in(folder, version)) {
                if (version > 0) {
                    byte[] ring = Cards.named("Sol Ring").json();
                    index.add(0, ring);
                    objects.add(ring);
                }
                return new SearchedCatalogue(index.build(version), Optional.of(objects.map()), Clock.systemUTC());
            }
        }
    }

    private static final class Ticking extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
