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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** Taking over a region's word about a person, also when somebody else is faster. */
class RegisterInsuredPersonTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2019-06-03T01:02:03Z"), ZoneOffset.UTC);
    private static final List<Particulars> PEOPLE = IntStream.range(0, 3)
            .mapToObj(i -> People.another(People.retiree(), "N" + i, "32110219000230012" + i))
            .toList();
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

    @Test
    void takesOverManyAtATime() {
        register(PEOPLE.get(0));
        register(PEOPLE.get(1));
        Particulars lost = People.with(PEOPLE.get(1), List.of(People.card(CardState.LOST)));
        Particulars thief = People.another(
                People.retiree(), "N9", PEOPLE.get(0).identityNumber().value());
        announced.set(0);

        List<RegistrationOutcome> outcomes = registerAll(List.of(PEOPLE.get(2), PEOPLE.get(0), lost, thief));

        assertThat(outcomes)
                .extracting(outcome -> outcome.getClass().getSimpleName())
                .containsExactly("Registered", "Kept", "Changed", "IdentityNumberTaken");
        assertThat(announced).hasValue(1);
    }

    /** A batch that breaks off is sent again; what it did before is still its doing. */
    @Test
    void tellsABatchAgainWhatItDidBefore() {
        register(PEOPLE.get(0));
        register(PEOPLE.get(1));
        Particulars lost = People.with(PEOPLE.get(1), List.of(People.card(CardState.LOST)));
        List<Particulars> received = List.of(PEOPLE.get(2), PEOPLE.get(0), lost);
        List<RegistrationOutcome> first = registerAll(received);

        assertThat(registerAll(received)).isEqualTo(first);
        assertThat(registering.registerAll(received, "agency", "another batch").block())
                .hasOnlyElementsOfType(RegistrationOutcome.Kept.class);
    }

    @Test
    void takesOverOneOfManyWhomAFasterRequestRegistered() {
        persons.letAnotherBeFaster(() -> register(PEOPLE.get(0)));
        Particulars lost = People.with(PEOPLE.get(0), List.of(People.card(CardState.LOST)));

        List<RegistrationOutcome> outcomes = registerAll(List.of(lost, PEOPLE.get(1)));

        assertThat(outcomes)
                .extracting(outcome -> outcome.getClass().getSimpleName())
                .containsExactly("Changed", "Registered");
    }

    private List<RegistrationOutcome> registerAll(List<Particulars> received) {
        return registering
                .registerAll(received, "agency", "b" + "a".repeat(26))
                .blockOptional()
                .orElseThrow();
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
