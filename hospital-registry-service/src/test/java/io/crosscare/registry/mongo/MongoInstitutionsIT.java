package io.crosscare.registry.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.testing.TestStores;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.registry.directory.Institutions.Receipt;
import io.crosscare.registry.directory.Institutions.Recorded;
import io.crosscare.registry.directory.Institutions.Recording;
import io.crosscare.registry.model.ChangeKind;
import io.crosscare.registry.model.Institution;
import io.crosscare.registry.model.InstitutionChange;
import io.crosscare.registry.model.Outage;
import io.crosscare.registry.model.ShippedFacts;
import io.crosscare.registry.model.Suspension;
import io.crosscare.registry.model.Versioned;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the one sequence of changes promises, on the store the suite runs on. */
class MongoInstitutionsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final MongoClient CLIENT = MongoClients.create(TestStores.mongoUri());
    private static final MongoDatabase DATABASE = CLIENT.getDatabase("registry-institutions");
    private static final Clock CLOCK = ChinaTime.systemClock();
    private static final Institution HOSPITAL = ShippedFacts.institution("江苏大学附属医院");

    private final MongoInstitutions institutions = anInstance();

    private static MongoInstitutions anInstance() {
        return new MongoInstitutions(DATABASE, ShippedFacts.facts().capabilities(), CLOCK);
    }

    @BeforeEach
    void empty() {
        done(Mono.from(DATABASE.drop()).then(MongoRegister.indexes().create(DATABASE)));
    }

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Test
    void keepsEveryShippedRecordAsItIsAndNumbersTheChanges() {
        List<Institution> shipped = ShippedFacts.facts().institutions();
        done(Flux.fromIterable(shipped).concatMap(institutions::put));

        List<Boolean> again = all(Flux.fromIterable(shipped).concatMap(anInstance()::put));

        assertThat(again).containsOnly(false);
        assertThat(all(institutions.after(null)))
                .extracting(Versioned::value)
                .containsExactlyInAnyOrderElementsOf(shipped);
        assertThat(all(institutions.following(0, 200)))
                .extracting(Recorded::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, shipped.size()).boxed().toList());
        assertThat(all(institutions.following(60, 200))).hasSize(shipped.size() - 60);
    }

    @Test
    void keepsSuspensionsAndOutages() {
        Institution announced = HOSPITAL.withSuspensions(List.of(suspension("2019-09-01")))
                .withOutages(List.of(new Outage(
                        Instant.parse("2019-09-01T00:00:00Z"), Instant.parse("2019-09-02T00:00:00Z"), "停机", null)));

        done(institutions.put(announced));

        assertThat(one(institutions.find(HOSPITAL.code().value())).value()).isEqualTo(announced);
    }

    @Test
    void leavesNoGapAndLosesNothingAmongWritersOfSeveralInstances() {
        List<MongoInstitutions> instances = List.of(anInstance(), anInstance(), anInstance());
        List<Institution> shipped = ShippedFacts.facts().institutions().subList(0, 30);

        done(Flux.fromIterable(shipped)
                .flatMap(one -> Flux.fromIterable(instances).flatMap(instance -> instance.put(one))));

        assertThat(all(institutions.following(0, 200)))
                .extracting(Recorded::seq)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 30).boxed().toList());
        assertThat(all(institutions.after(null))).hasSize(30).allMatch(stored -> stored.version() == 1);
    }

    @Test
    void recordsARequestOnceAmongManyOfTheSame() {
        done(institutions.put(HOSPITAL));

        List<Recording> outcomes = all(Flux.range(0, 8)
                .flatMap(_ -> anInstance().record(suspending("2019-09-01", 2), new Receipt("k", "content"))));

        assertThat(outcomes).filteredOn(Recording.Done.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !(outcome instanceof Recording.Done))
                .allMatch(Recording.Replayed.class::isInstance);
        assertThat(one(institutions.record(suspending("2019-09-02", 3), new Receipt("k", "other"))))
                .isInstanceOf(Recording.KeyReused.class);
        assertThat(one(institutions.find(HOSPITAL.code().value())).version()).isEqualTo(2);
    }

    @Test
    void letsOneOfTwoChangesOfTheSameStateWin() {
        done(institutions.put(HOSPITAL));

        List<Recording> outcomes =
                all(Flux.fromIterable(IntStream.range(1, 7).boxed().toList())
                        .flatMap(day -> anInstance()
                                .record(suspending("2019-09-0" + day, 2), new Receipt("k" + day, "content"))));

        assertThat(outcomes).filteredOn(Recording.Done.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Recording.MovedOn.class::isInstance).hasSize(5);
    }

    @Test
    void bringsARecordUpToItsChangeAfterACrashBetweenTheTwo() {
        done(institutions.put(HOSPITAL));
        done(institutions.record(suspending("2019-09-01", 2), new Receipt("k", "content")));
        Document stored = one(Mono.from(
                documents().find(new Document("_id", HOSPITAL.code().value())).first()));
        done(documents().replaceOne(new Document("_id", HOSPITAL.code().value()), withVersion(stored, 1)));
        done(DATABASE.getCollection("institution_changes")
                .updateOne(new Document("version", 2L), Updates.set("applied", false)));

        done(anInstance().catchUp());

        Versioned<Institution> record = one(institutions.find(HOSPITAL.code().value()));
        assertThat(record.version()).isEqualTo(2);
        assertThat(record.value().suspensions()).hasSize(1);
    }

    @Test
    void givesAPlaceInTheSequenceToARecordOfBefore() {
        done(institutions.put(HOSPITAL));
        done(DATABASE.getCollection("institution_changes").drop());
        done(MongoRegister.indexes().create(DATABASE));
        done(documents().updateOne(new Document("_id", HOSPITAL.code().value()), Updates.unset("kept")));

        done(anInstance().put(HOSPITAL));

        assertThat(all(institutions.following(0, 10)))
                .singleElement()
                .satisfies(recorded -> assertThat(recorded.change().version()).isEqualTo(2));
    }

    private static MongoCollection<Document> documents() {
        return DATABASE.getCollection("institutions");
    }

    private static Document withVersion(Document stored, long version) {
        Document older = new Document(stored);
        older.put("version", version);
        older.remove("suspensions");
        return older;
    }

    private static Suspension suspension(String from) {
        return new Suspension(LocalDate.parse(from), null, "test");
    }

    private static InstitutionChange suspending(String from, long version) {
        return new InstitutionChange(
                ChangeKind.SUSPENDED,
                HOSPITAL.withSuspensions(List.of(suspension(from))),
                version,
                List.of(),
                LocalDate.parse(from),
                "desk",
                "AGENCY",
                "test",
                CLOCK.instant());
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
