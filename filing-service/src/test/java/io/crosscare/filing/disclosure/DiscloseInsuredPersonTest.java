package io.crosscare.filing.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.observability.Traces;
import io.crosscare.chassis.security.Caller;
import io.crosscare.filing.disclosure.model.PersonalDataRead;
import io.crosscare.filing.insured.FakeInsuredPersons;
import io.crosscare.filing.insured.People;
import io.crosscare.filing.insured.model.InsuredPerson;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Nothing unmasked is shown that does not stand in the trail. */
class DiscloseInsuredPersonTest {

    private static final Instant NOW = Instant.parse("2019-09-10T01:02:03.004Z");
    private static final PersonId ID = new PersonId("p" + "a".repeat(26));
    private static final Caller.Agency ZHENJIANG = new Caller.Agency("clerk", People.ZHENJIANG);
    private static final Caller.Agency NANJING = new Caller.Agency("clerk", People.NANJING);

    private final FakeInsuredPersons persons = new FakeInsuredPersons();
    private final FakePersonalDataReads reads = new FakePersonalDataReads();
    private final DiscloseInsuredPerson disclosing = new DiscloseInsuredPerson(
            persons,
            reads,
            new RandomIds(new Random(20261127)),
            Clock.fixed(NOW, ZoneOffset.UTC),
            new Traces(Tracer.NOOP));

    @BeforeEach
    void register() {
        persons.add(InsuredPerson.register(ID, People.retiree(), "agency", NOW)).block();
    }

    @Test
    void writesDownWhoReadBeforeItShowsAnything() {
        disclose(ZHENJIANG)
                .map(person -> person.particulars().name().value() + trail().size())
                .as(StepVerifier::create)
                .expectNext(People.NAME + 1)
                .verifyComplete();

        PersonalDataRead read = trail().getFirst();
        assertThat(read.by()).isEqualTo("clerk");
        assertThat(read.agencyRegion()).isEqualTo(People.ZHENJIANG);
        assertThat(read.door()).isEqualTo("POST /door");
        assertThat(read.reason()).isEqualTo("核对身份");
        assertThat(read.at()).isEqualTo(NOW);
    }

    @Test
    void showsNothingThatCannotBeWrittenDown() {
        reads.goAway();

        disclose(ZHENJIANG).as(StepVerifier::create).verifyErrorMessage("away");
    }

    @Test
    void neitherShowsNorWritesDownWhatIsNotTheAgencys() {
        disclose(NANJING).as(StepVerifier::create).verifyComplete();

        assertThat(trail()).isEmpty();
    }

    @Test
    void countsEveryRead() {
        disclose(ZHENJIANG).block();
        disclose(ZHENJIANG).block();

        assertThat(trail()).hasSize(2);
    }

    private Mono<InsuredPerson> disclose(Caller.Agency agency) {
        return disclosing.disclose(ID, agency, "POST /door", "核对身份");
    }

    private List<PersonalDataRead> trail() {
        return reads.list(new PersonalDataReads.Query(ID, null, null, null, 10))
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
