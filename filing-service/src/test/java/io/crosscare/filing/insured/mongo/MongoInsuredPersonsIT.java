package io.crosscare.filing.insured.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.crypto.AesGcmCipher;
import io.crosscare.chassis.crypto.BlindIndex;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.observability.Traces;
import io.crosscare.chassis.testing.TestStores;
import io.crosscare.filing.insured.InsuredPersons;
import io.crosscare.filing.insured.InsuredPersonsContract;
import io.crosscare.filing.insured.People;
import io.crosscare.filing.insured.model.InsuredPerson;
import io.micrometer.tracing.Tracer;
import java.time.Duration;
import java.time.Instant;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Insured persons, encrypted, on the document store of the tests. */
class MongoInsuredPersonsIT extends InsuredPersonsContract {

    private static final MongoClient CLIENT = MongoClients.create(TestStores.mongoUri());
    private static final MongoDatabase DATABASE = CLIENT.getDatabase("insured_contract");
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final RandomIds RANDOM = RandomIds.secure();
    private static final InsuredPersons PERSONS = new MongoInsuredPersons(
            DATABASE,
            new AesGcmCipher(RANDOM.bytes(32), RANDOM),
            new BlindIndex(RANDOM.bytes(32)),
            new Traces(Tracer.NOOP));

    @BeforeAll
    static void createIndexes() {
        MongoInsuredPersons.INDEXES.create(DATABASE).block(DEADLINE);
    }

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    /** Documents of the time before entitlements lack their fields. */
    @Test
    void opensAPersonStoredBeforeThereWereEntitlements() {
        InsuredPerson person = InsuredPerson.register(
                RANDOM.nextPersonId(),
                People.another(People.retiree(), RANDOM.next('N'), "999999190002301234"),
                "agency",
                Instant.parse("2019-05-06T01:02:03Z"));
        PERSONS.add(person).block(DEADLINE);
        Bson fields = Updates.combine(
                Updates.unset("diseaseEntitlements"), Updates.unset("communityClinic"), Updates.unset("statusFrom"));
        Mono.from(DATABASE.getCollection("insured_persons")
                        .updateOne(Filters.eq("_id", person.id().value()), fields))
                .block(DEADLINE);

        assertThat(PERSONS.find(person.id()).blockOptional(DEADLINE)).contains(person);
    }

    @Test
    void storesNoDiseaseInPlainText() {
        InsuredPerson person = InsuredPerson.register(
                RANDOM.nextPersonId(),
                People.another(People.residentWithEntitlements(), RANDOM.next('N'), "999999190002301235"),
                "agency",
                Instant.parse("2019-05-06T01:02:03Z"));
        PERSONS.add(person).block(DEADLINE);

        String stored = Mono.from(DATABASE.getCollection("insured_persons")
                        .find(Filters.eq("_id", person.id().value()))
                        .first())
                .blockOptional(DEADLINE)
                .orElseThrow()
                .toJson();

        assertThat(stored).contains("CHRONIC_DISEASE").doesNotContain(People.DISEASE, "M03900");
    }

    @Override
    protected InsuredPersons persons() {
        return PERSONS;
    }
}
