package io.crosscare.filing.insured;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.filing.insured.model.CardState;
import io.crosscare.filing.insured.model.InsuredPerson;
import io.crosscare.filing.insured.model.Particulars;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** Taking over a region's word about a person, also when somebody else is faster. */
class RegisterInsuredPersonTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2019-06-03T01:02:03Z"), ZoneOffset.UTC);
    private final FakeInsuredPersons persons = new FakeInsuredPersons();
    private final AtomicInteger announced = new AtomicInteger();
    private final RegisterInsuredPerson registering =
            new RegisterInsuredPerson(persons, new RandomIds(new Random(20261124)), CLOCK, announced::incrementAndGet);

    @Test
    void registersAndAnnounces() {
        assertThat(register(People.retiree())).isInstanceOf(RegistrationOutcome.Registered.class);
        assertThat(announced).hasValue(1);
    }

    @Test
    void keepsWhatIsAlreadyKnownAndAnnouncesNothing() {
        register(People.retiree());

        assertThat(register(People.retiree())).isInstanceOf(RegistrationOutcome.Kept.class);
        assertThat(announced).hasValue(1);
    }

    @Test
    void changesThePersonWhomAFasterRequestRegistered() {
        Particulars lost = People.with(People.retiree(), List.of(People.card(CardState.LOST)));
        persons.letAnotherBeFaster(() -> register(People.retiree()));

        RegistrationOutcome outcome = register(lost);

        assertThat(outcome).isInstanceOfSatisfying(RegistrationOutcome.Changed.class, changed -> {
            InsuredPerson person = changed.person();
            assertThat(person.version()).isEqualTo(2);
            assertThat(person.particulars()).isEqualTo(lost);
        });
    }

    @Test
    void saysTryAgainWhenOthersAreAlwaysFaster() {
        register(People.retiree());
        letTheNextRequestBeOvertaken(0);
        Particulars lost = People.with(People.retiree(), List.of(People.card(CardState.LOST)));

        registering
                .register(lost, "agency")
                .as(StepVerifier::create)
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                ProblemException.class,
                                busy -> assertThat(busy.type()).isEqualTo(ProblemType.BUSY)));
    }

    /** Each time the request comes to write, somebody has just said something else. */
    private void letTheNextRequestBeOvertaken(int turn) {
        persons.letAnotherBeFaster(() -> {
            CardState state = turn % 2 == 0 ? CardState.NOT_ACTIVATED : CardState.ACTIVE;
            register(People.with(People.retiree(), List.of(People.card(state))));
            letTheNextRequestBeOvertaken(turn + 1);
        });
    }

    private RegistrationOutcome register(Particulars particulars) {
        return registering.register(particulars, "agency").blockOptional().orElseThrow();
    }
}
