package io.crosscare.filing.lodging;

import io.crosscare.chassis.crypto.BlindIndex;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.security.Caller;
import io.crosscare.filing.insured.InsuredPersons;
import io.crosscare.filing.insured.model.InsuredPerson;
import io.crosscare.filing.lodging.Filings.Receipt;
import io.crosscare.filing.lodging.Filings.Receipted;
import io.crosscare.filing.lodging.model.Decision;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingId;
import io.crosscare.filing.lodging.model.FilingPeriod;
import io.crosscare.filing.lodging.model.FilingTerms;
import io.crosscare.filing.lodging.model.RegionRules;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * An agency lodges a filing for a person of its region. The region's rules decide; one key lodges once; two filings of a person
 * never speak for the same place and day. Nothing but the final insert changes anything.
 */
public final class LodgeFiling {

    private static final int ATTEMPTS_MAX = 8;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final InsuredPersons persons;
    private final Filings filings;
    private final FilingRules rules;
    private final BlindIndex blindIndex;
    private final RandomIds ids;
    private final Clock clock;
    private final Runnable announce;

    /**
     * Makes the use case.
     *
     * @param announce told after each write, so that what was stored is published soon
     */
    public LodgeFiling(
            InsuredPersons persons,
            Filings filings,
            FilingRules rules,
            BlindIndex blindIndex,
            RandomIds ids,
            Clock clock,
            Runnable announce) {
        this.persons = persons;
        this.filings = filings;
        this.rules = rules;
        this.blindIndex = blindIndex;
        this.ids = ids;
        this.clock = clock;
        this.announce = announce;
    }

    public Mono<LodgingOutcome> lodge(LodgeFilingCommand command, Caller.Agency agency, IdempotencyKey key) {
        return attempt(new Application(command, agency, receiptOf(command, agency, key)), ATTEMPTS_MAX);
    }

    /** What one request asks for, by whom and under which receipt. */
    private record Application(LodgeFilingCommand command, Caller.Agency agency, Receipt receipt) {}

    private Mono<LodgingOutcome> attempt(Application application, int attemptsLeft) {
        if (attemptsLeft == 0) {
            return Mono.error(ProblemException.busy(RETRY_AFTER));
        }
        return filings.findByKey(application.receipt().key())
                .map(before -> replay(before, application.receipt()))
                .switchIfEmpty(Mono.defer(() -> lodgeAnew(application)))
                .switchIfEmpty(Mono.defer(() -> attempt(application, attemptsLeft - 1)));
    }

    private static LodgingOutcome replay(Receipted before, Receipt receipt) {
        return before.receipt().equals(receipt)
                ? new LodgingOutcome.Replayed(before.filing())
                : new LodgingOutcome.KeyReused();
    }

    /** Empty when another request was faster and everything has to be read again. */
    private Mono<LodgingOutcome> lodgeAnew(Application application) {
        return persons.find(application.command().personId())
                .filter(person -> application.agency().isAgencyOf(person.insuredRegion()))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(person -> person.isPresent()
                        ? decide(application, person.get())
                        : Mono.just(new LodgingOutcome.PersonNotVisible()));
    }

    private Mono<LodgingOutcome> decide(Application application, InsuredPerson person) {
        LodgeFilingCommand command = application.command();
        RegionRules region = rules.find(person.insuredRegion())
                .orElseThrow(() -> new IllegalStateException("a person of a region without filing rules"));
        if (region.isAtHome(command.careRegion())) {
            return Mono.just(new LodgingOutcome.CareAtHome());
        }
        Decision decision = region.decide(person.particulars(), command.category(), command.from(), command.to());
        return switch (decision) {
            case Decision.Refused refused -> Mono.just(new LodgingOutcome.NotEligible(refused, person.insuredRegion()));
            case Decision.Admitted admitted -> add(application, termsOf(command, person, admitted.period()));
        };
    }

    private Mono<LodgingOutcome> add(Application application, FilingTerms terms) {
        return filings.ofPerson(terms.personId()).flatMap(existing -> addBeside(existing, application, terms));
    }

    private Mono<LodgingOutcome> addBeside(List<Filing> existing, Application application, FilingTerms terms) {
        Optional<Filing> overlapping = existing.stream()
                .filter(filing -> filing.terms().overlaps(terms))
                .findFirst();
        if (overlapping.isPresent()) {
            return replayOr(new LodgingOutcome.Overlapping(overlapping.get().id()), application.receipt());
        }
        Filing filing = Filing.Effective.lodge(
                new FilingId(ids.next('f')), terms, application.agency().subject(), clock.instant());
        return filings.add(filing, existing.size() + 1, application.receipt()).flatMap(adding -> switch (adding) {
            case ADDED -> {
                announce.run();
                yield Mono.just(new LodgingOutcome.Lodged(filing));
            }
            case KEY_TAKEN, NUMBER_TAKEN -> Mono.empty();
        });
    }

    /** The filing in the way may be this very request's, lodged by its twin since the key was looked up. */
    private Mono<LodgingOutcome> replayOr(LodgingOutcome otherwise, Receipt receipt) {
        return filings.findByKey(receipt.key())
                .map(before -> replay(before, receipt))
                .defaultIfEmpty(otherwise);
    }

    private static FilingTerms termsOf(LodgeFilingCommand command, InsuredPerson person, FilingPeriod period) {
        return new FilingTerms(
                person.id(),
                person.insuredRegion(),
                command.careRegion(),
                command.category(),
                period,
                command.channel(),
                command.reason());
    }

    /** A key belongs to the agency that made it; what is stored of key and content does not show either. */
    private Receipt receiptOf(LodgeFilingCommand command, Caller.Agency agency, IdempotencyKey key) {
        return new Receipt(
                blindIndex.of("filing.idempotency-key", agency.region() + ":" + key.value()),
                blindIndex.of("filing.request", command.content()));
    }
}
