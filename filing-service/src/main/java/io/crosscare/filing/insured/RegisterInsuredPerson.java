package io.crosscare.filing.insured;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.insured.InsuredPersons.Saving;
import io.crosscare.filing.insured.model.InsuredPerson;
import io.crosscare.filing.insured.model.Particulars;
import io.crosscare.filing.insured.model.PersonNumber;
import io.crosscare.filing.insured.model.Word;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
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
        return attempt(received, new Source(by, null), ATTEMPTS_MAX);
    }

    /**
     * Takes over what a batch says of many persons of one region or several, none of them twice: one outcome for each, in their
     * order. What this very batch said before has the outcome it had then.
     */
    public Mono<List<RegistrationOutcome>> registerAll(List<Particulars> received, String by, String batchId) {
        Source source = new Source(by, batchId);
        return known(received)
                .map(known -> received.stream()
                        .map(particulars -> step(known.get(PersonKey.of(particulars)), particulars, source))
                        .toList())
                .flatMap(steps -> take(steps, source));
    }

    /** Whose word it is. */
    private record Source(String by, @Nullable String batchId) {

        Word at(Instant now) {
            return new Word(by, now, batchId);
        }
    }

    /** What a region knows a person by. */
    private record PersonKey(RegionCode region, PersonNumber number) {

        static PersonKey of(Particulars particulars) {
            return new PersonKey(particulars.insuredRegion(), particulars.personNumber());
        }
    }

    /** What a person will be, and whether that has to be written. */
    private record Step(InsuredPerson person, boolean isNews) {}

    private Mono<Map<PersonKey, InsuredPerson>> known(List<Particulars> received) {
        Map<RegionCode, List<PersonNumber>> numbers = received.stream()
                .collect(Collectors.groupingBy(
                        Particulars::insuredRegion,
                        Collectors.mapping(Particulars::personNumber, Collectors.toList())));
        return Flux.fromIterable(numbers.entrySet())
                .concatMap(ofRegion -> persons.findAll(ofRegion.getKey(), ofRegion.getValue()))
                .collectMap(person -> PersonKey.of(person.particulars()));
    }

    private Step step(@Nullable InsuredPerson known, Particulars received, Source source) {
        Word word = source.at(clock.instant());
        InsuredPerson person = known == null
                ? InsuredPerson.register(ids.nextPersonId(), received, word)
                : known.update(received, word);
        return new Step(person, known == null || person.version() != known.version());
    }

    private Mono<List<RegistrationOutcome>> take(List<Step> steps, Source source) {
        List<InsuredPerson> news =
                steps.stream().filter(Step::isNews).map(Step::person).toList();
        return persons.saveAll(news).flatMap(savings -> {
            if (savings.contains(Saving.SAVED)) {
                announce.run();
            }
            Map<PersonId, Saving> byPerson = IntStream.range(0, news.size())
                    .boxed()
                    .collect(Collectors.toMap(i -> news.get(i).id(), savings::get));
            return Flux.fromIterable(steps)
                    .concatMap(step -> outcome(step, byPerson.get(step.person().id()), source))
                    .collectList();
        });
    }

    /** What became of one of many; whoever was overtaken is taken by itself. */
    private Mono<RegistrationOutcome> outcome(Step step, @Nullable Saving saving, Source source) {
        if (saving == null) {
            return Mono.just(unchanged(step.person(), source));
        }
        return outcome(saving, step.person())
                .switchIfEmpty(Mono.defer(() -> attempt(step.person().particulars(), source, ATTEMPTS_MAX)));
    }

    private Mono<RegistrationOutcome> attempt(Particulars received, Source source, int attemptsLeft) {
        if (attemptsLeft == 0) {
            return Mono.error(ProblemException.busy(RETRY_AFTER));
        }
        return persons.find(received.insuredRegion(), received.personNumber())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(known -> save(step(known.orElse(null), received, source), source))
                .switchIfEmpty(Mono.defer(() -> attempt(received, source, attemptsLeft - 1)));
    }

    private Mono<RegistrationOutcome> save(Step step, Source source) {
        InsuredPerson person = step.person();
        if (!step.isNews()) {
            return Mono.just(unchanged(person, source));
        }
        Mono<Saving> saving = person.version() == 1 ? persons.add(person) : persons.replace(person);
        return saving.flatMap(saved -> {
            if (saved == Saving.SAVED) {
                announce.run();
            }
            return outcome(saved, person);
        });
    }

    /** Empty when another request was faster and everything has to be read again. */
    private static Mono<RegistrationOutcome> outcome(Saving saving, InsuredPerson person) {
        return switch (saving) {
            case SAVED -> Mono.just(written(person));
            case IDENTITY_NUMBER_TAKEN -> Mono.just(new RegistrationOutcome.IdentityNumberTaken());
            case PERSON_NUMBER_TAKEN, CHANGED_MEANWHILE -> Mono.empty();
        };
    }

    /** Nothing new was said; a batch that says it again, after a break, had said it itself. */
    private static RegistrationOutcome unchanged(InsuredPerson person, Source source) {
        return person.isWordOf(source.batchId()) ? written(person) : new RegistrationOutcome.Kept(person);
    }

    private static RegistrationOutcome written(InsuredPerson person) {
        return person.version() == 1
                ? new RegistrationOutcome.Registered(person)
                : new RegistrationOutcome.Changed(person);
    }
}
