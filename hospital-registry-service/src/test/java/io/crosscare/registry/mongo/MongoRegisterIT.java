package io.crosscare.registry.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.event.PendingEvent;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.testing.TestStores;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.registry.directory.PublishedAgency;
import io.crosscare.registry.model.Agency;
import io.crosscare.registry.model.ConnectivityRow;
import io.crosscare.registry.model.Hotline;
import io.crosscare.registry.model.ShippedFacts;
import io.crosscare.registry.model.Versioned;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a register promises, on the store the suite runs on. */
class MongoRegisterIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final MongoClient CLIENT = MongoClients.create(TestStores.mongoUri());
    private static final MongoDatabase DATABASE = CLIENT.getDatabase("registry-register");

    private final MongoRegister<Agency, ?> agencies = MongoRegister.ofAgencies(DATABASE, ChinaTime.systemClock());

    @BeforeEach
    void empty() {
        done(Mono.from(DATABASE.drop()).then(MongoRegister.indexes().create(DATABASE)));
    }

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Test
    void keepsEveryShippedRecordAsItIs() {
        MongoRegister<ConnectivityRow, ?> rows = MongoRegister.ofConnectivity(DATABASE, ChinaTime.systemClock());
        done(Flux.fromIterable(ShippedFacts.facts().connectivity()).concatMap(rows::put));

        assertThat(all(rows.after(null)))
                .extracting(Versioned::value)
                .containsExactlyInAnyOrderElementsOf(ShippedFacts.facts().connectivity());
    }

    @Test
    void countsAVersionForEveryRealChangeOnly() {
        assertThat(one(agencies.put(agency("321100", "old")))).isTrue();
        assertThat(one(agencies.put(agency("321100", "old")))).isFalse();
        assertThat(one(agencies.put(agency("321100", "new")))).isTrue();

        Versioned<Agency> stored = one(agencies.find("321100"));

        assertThat(stored.version()).isEqualTo(2);
        assertThat(stored.value().phone()).isEqualTo("new");
    }

    @Test
    void listsInOrderFromWhereItStopped() {
        done(Flux.just("321181", "321100", "321183", "321182").concatMap(code -> agencies.put(agency(code, "1"))));

        assertThat(all(agencies.after("321100").take(2)))
                .extracting(stored -> stored.value().region().value())
                .containsExactly("321181", "321182");
        assertThat(all(agencies.after("321183"))).isEmpty();
        assertThat(all(agencies.find("999999").flux())).isEmpty();
    }

    @Test
    void remembersWhatIsStillToBePublished() {
        done(agencies.put(agency("321100", "1")));
        PendingEvent first = one(agencies.pending(10).next());
        done(agencies.put(agency("321100", "2")));

        done(agencies.markPublished(first));
        List<PendingEvent> afterTheOlder = all(agencies.pending(10));
        done(agencies.markPublished(afterTheOlder.getFirst()));

        assertThat(first.type()).isEqualTo("io.crosscare.registry.agency.v1");
        assertThat(first.body()).isInstanceOf(PublishedAgency.class);
        assertThat(afterTheOlder)
                .singleElement()
                .extracting(PendingEvent::version)
                .isEqualTo(2L);
        assertThat(all(agencies.pending(10))).isEmpty();

        done(agencies.publishAgain());
        assertThat(all(agencies.pending(10))).extracting(PendingEvent::version).containsExactly(2L);
    }

    @Test
    void losesNoChangeAmongWritersOfOneRecord() {
        List<Boolean> changes = all(Flux.fromStream(IntStream.range(0, 6).boxed())
                .flatMap(number -> agencies.put(agency("321100", "phone " + number))));

        Versioned<Agency> stored = one(agencies.find("321100"));

        assertThat(changes).hasSize(6).containsOnly(true);
        assertThat(stored.version()).isEqualTo(6);
    }

    @Test
    void insertsOnceAmongWritersOfTheSame() {
        List<Boolean> changes = all(Flux.range(0, 6).flatMap(_ -> agencies.put(agency("321100", "same"))));

        assertThat(changes).filteredOn(hasChanged -> hasChanged).hasSize(1);
        assertThat(one(agencies.find("321100")).version()).isEqualTo(1);
    }

    private static Agency agency(String region, String phone) {
        return new Agency(
                new RegionCode(region),
                "agency",
                "street",
                phone,
                "city",
                null,
                "test",
                List.of(new Hotline("cards", "12333", "test")));
    }

    private static void done(Publisher<?> work) {
        Flux.from(work).then().block(PATIENCE);
    }

    private static <T> T one(Mono<T> value) {
        return Objects.requireNonNull(value.block(PATIENCE), "nothing there");
    }

    private static <T> List<T> all(Flux<T> values) {
        return Objects.requireNonNull(values.collectList().block(PATIENCE));
    }
}
