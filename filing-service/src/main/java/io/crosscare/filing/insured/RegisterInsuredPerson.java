package io.crosscare.filing.insured;

import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.filing.insured.InsuredPersons.Saving;
import io.crosscare.filing.insured.model.InsuredPerson;
import io.crosscare.filing.insured.model.Particulars;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Takes over what an insured region says of a person: registers it, changes it, or finds that nothing is new. */
public final class RegisterInsuredPerson {

    private static final int ATTEMPTS_MAX = 8;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final InsuredPersons persons;
    private final RandomIds ids;
    private final Clock clock;
    private final Runnable announce;

    /**
     * Makes the use case.
     *
     * @param announce told after each write, so that what was stored is published soon
     */
    public RegisterInsuredPerson(InsuredPersons persons, RandomIds ids, Clock clock, Runnable announce) {
        this.persons = persons;
        this.ids = ids;
        this.clock = clock;
        this.announce = announce;
    }

    /** The same particulars received again are the same person in the same version. */
    public Mono<RegistrationOutcome> register(Particulars received, String by) {
        return attempt(received, by, ATTEMPTS_MAX);
    }

    private Mono<RegistrationOutcome> attempt(Particulars received, String by, int attemptsLeft) {
        if (attemptsLeft == 0) {
            return Mono.error(ProblemException.busy(RETRY_AFTER));
        }
        return persons.find(received.insuredRegion(), received.personNumber())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(known -> known.isPresent() ? change(known.get(), received, by) : add(received, by))
                .switchIfEmpty(Mono.defer(() -> attempt(received, by, attemptsLeft - 1)));
    }

    private Mono<RegistrationOutcome> add(Particulars received, String by) {
        InsuredPerson person = InsuredPerson.register(ids.nextPersonId(), received, by, clock.instant());
        return persons.add(person).flatMap(saving -> outcome(saving, person));
    }

    private Mono<RegistrationOutcome> change(InsuredPerson known, Particulars received, String by) {
        InsuredPerson changed = known.update(received, by, clock.instant());
        if (changed.version() == known.version()) {
            return Mono.just(new RegistrationOutcome.Kept(known));
        }
        return persons.replace(changed).flatMap(saving -> outcome(saving, changed));
    }

    /** Empty when another request was faster and everything has to be read again. */
    private Mono<RegistrationOutcome> outcome(Saving saving, InsuredPerson person) {
        return switch (saving) {
            case SAVED -> {
                announce.run();
                yield Mono.just(
                        person.version() == 1
                                ? new RegistrationOutcome.Registered(person)
                                : new RegistrationOutcome.Changed(person));
            }
            case IDENTITY_NUMBER_TAKEN -> Mono.just(new RegistrationOutcome.IdentityNumberTaken());
            case PERSON_NUMBER_TAKEN, CHANGED_MEANWHILE -> Mono.empty();
        };
    }
}
