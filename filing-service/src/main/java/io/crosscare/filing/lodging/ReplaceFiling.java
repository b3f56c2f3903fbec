package io.crosscare.filing.lodging;

import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.filing.insured.InsuredPersons;
import io.crosscare.filing.insured.model.InsuredPerson;
import io.crosscare.filing.lodging.Filings.Adding;
import io.crosscare.filing.lodging.Filings.Kept;
import io.crosscare.filing.lodging.Filings.Receipt;
import io.crosscare.filing.lodging.model.Application;
import io.crosscare.filing.lodging.model.Decision;
import io.crosscare.filing.lodging.model.DestinationObjection;
import io.crosscare.filing.lodging.model.Destinations;
import io.crosscare.filing.lodging.model.Ending;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingBasis;
import io.crosscare.filing.lodging.model.FilingChange;
import io.crosscare.filing.lodging.model.FilingContent;
import io.crosscare.filing.lodging.model.FilingId;
import io.crosscare.filing.lodging.model.FilingPeriod;
import io.crosscare.filing.lodging.model.FilingTerms;
import io.crosscare.filing.lodging.model.InstitutionLevel;
import io.crosscare.filing.lodging.model.LodgerKind;
import io.crosscare.filing.lodging.model.Promise;
import io.crosscare.filing.lodging.model.RegionRules;
import io.crosscare.filing.lodging.model.StatedFacts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Puts a filing for another place or category in the place of one, from a day on. In three writes, each of which the next
 * look can go on from: the successor is handed in and holds its place, the filing ends, the successor is accepted. Whoever
 * comes after an interruption, the same request or the sweeper, carries it to its end.
 */
public final class ReplaceFiling {

    private static final int ATTEMPTS_MAX = 8;
    private static final int SWEPT_MAX = 100;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final InsuredPersons persons;
    private final Filings filings;
    private final FilingRules rules;
    private final InstitutionLevels levels;
    private final RandomIds ids;
    private final Clock clock;
    private final Runnable announce;

    /**
     * Makes the use case.
     *
     * @param announce told after each write, so that what was stored is published soon
     */
    public ReplaceFiling(
            InsuredPersons persons,
            Filings filings,
            FilingRules rules,
            InstitutionLevels levels,
            RandomIds ids,
            Clock clock,
            Runnable announce) {
        this.persons = persons;
        this.filings = filings;
        this.rules = rules;
        this.levels = levels;
        this.ids = ids;
        this.clock = clock;
        this.announce = announce;
    }

    /** One request. */
    private record Request(FilingId id, ChangeFilingCommand command, Caller.Agency agency, Receipt receipt) {}

    Mono<ActOutcome> replace(FilingId id, ChangeFilingCommand command, Caller.Agency agency, Receipt receipt) {
        return attempt(new Request(id, command, agency, receipt), ATTEMPTS_MAX);
    }

    /** Carries every replacement to its end that was interrupted. */
    public Mono<Void> sweep() {
        return filings.replacing(SWEPT_MAX)
                .concatMap(successor -> finish(successor.id(), ATTEMPTS_MAX))
                .then();
    }

    private Mono<ActOutcome> attempt(Request request, int attemptsLeft) {
        if (attemptsLeft == 0) {
            return Mono.error(ProblemException.busy(RETRY_AFTER));
        }
        return filings.findByKey(request.receipt().key())
                .flatMap(before -> before.receipt().equals(request.receipt())
                        ? finish(before.filing().id(), ATTEMPTS_MAX).map(ReplaceFiling::replayed)
                        : Mono.just(new ActOutcome.KeyReused()))
                .switchIfEmpty(Mono.defer(() -> replaceAnew(request)))
                .switchIfEmpty(Mono.defer(() -> attempt(request, attemptsLeft - 1)));
    }

    private static ActOutcome replayed(ActOutcome outcome) {
        return outcome instanceof ActOutcome.Done done ? new ActOutcome.Replayed(done.filing()) : outcome;
    }

    /** Empty when another request was faster and everything has to be read again. */
    private Mono<ActOutcome> replaceAnew(Request request) {
        return filings.find(request.id())
                .filter(filing -> request.agency().isAgencyOf(filing.terms().insuredRegion()))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(filing ->
                        filing.isPresent() ? decide(request, filing.get()) : Mono.just(new ActOutcome.NotVisible()));
    }

    private Mono<ActOutcome> decide(Request request, Filing filing) {
        LocalDate today = ChinaTime.today(clock);
        LocalDate from = firstDayOf(request, filing, today);
        if (!(filing instanceof Filing.Effective effective)) {
            return Mono.just(ActOutcome.NotPossible.of(filing, WithdrawFiling.NOT_IN_FORCE));
        }
        if (filing.terms().period().endsBefore(from)) {
            return Mono.just(ActOutcome.NotPossible.of(filing, WithdrawFiling.OVER));
        }
        LocalDate to = request.command().to();
        if (to != null && to.isBefore(from)) {
            return Mono.just(ActOutcome.NotPossible.of(filing, ChangeFiling.BEFORE_IT_BEGINS));
        }
        RegionRules region = rules.require(filing.terms().insuredRegion());
        FilingTerms terms = termsOf(request.command(), filing.terms(), from);
        Optional<DestinationObjection> objection = region.objectionTo(placeOf(request.command(), filing.terms()));
        if (objection.isPresent()) {
            return Mono.just(new ActOutcome.NoDestination(objection.get()));
        }
        Optional<Decision.Refused> refusal = region.refusalOfChange(filing, today)
                .or(() -> region.refusalOfCategory(filing.terms().category(), terms.category()));
        if (refusal.isPresent()) {
            return Mono.just(new ActOutcome.NotEligible(refusal.get(), region.region()));
        }
        return persons.find(terms.personId())
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("a filing of nobody")))
                .flatMap(person -> levels.ofReferral(request.command().facts())
                        .flatMap(level -> decide(request, effective, terms, person, region, level.orElse(null))));
    }

    /** A filing that has not begun begins with the new place or category. */
    private static LocalDate firstDayOf(Request request, Filing filing, LocalDate today) {
        LocalDate asked = request.command().from();
        LocalDate day = asked == null ? today : asked;
        LocalDate begins = filing.terms().period().from();
        return day.isBefore(begins) ? begins : day;
    }

    private static RegionCode placeOf(ChangeFilingCommand command, FilingTerms before) {
        RegionCode place = command.careRegion();
        return place == null ? before.careRegion() : place;
    }

    private static FilingTerms termsOf(ChangeFilingCommand command, FilingTerms before, LocalDate from) {
        LocalDate to = command.to() == null ? before.period().to() : command.to();
        return new FilingTerms(
                before.personId(),
                before.insuredRegion(),
                Destinations.poolingRegionOf(placeOf(command, before)),
                command.category() == null ? before.category() : command.category(),
                new FilingPeriod(from, to),
                before.channel(),
                command.reason());
    }

    private Mono<ActOutcome> decide(
            Request request,
            Filing.Effective filing,
            FilingTerms terms,
            InsuredPerson person,
            RegionRules region,
            @Nullable InstitutionLevel registeredLevel) {
        Promise promise = filing.content().promise();
        Application application = new Application(
                person.particulars(),
                terms.category(),
                terms.careRegion(),
                terms.period().from(),
                terms.period().to(),
                terms.channel(),
                LodgerKind.AGENCY,
                request.command().facts(),
                registeredLevel,
                promise != null && promise.isOpen());
        return switch (region.decide(application)) {
            case Decision.Refused refused -> Mono.just(new ActOutcome.NotEligible(refused, region.region()));
            case Decision.Admitted admitted -> {
                StatedFacts facts = request.command().facts();
                if (!region.knowsMaterialsOf(facts)) {
                    yield Mono.just(new ActOutcome.MaterialUnknown());
                }
                FilingBasis basis = new FilingBasis(
                        facts, admitted.vouchedFor(), LodgerKind.AGENCY, null, facts.isAtLevel(registeredLevel));
                yield handIn(request, filing, successorOf(filing, terms, basis), region);
            }
        };
    }

    private FilingContent successorOf(Filing.Effective filing, FilingTerms terms, FilingBasis basis) {
        return new FilingContent(
                new FilingId(ids.next('f')),
                terms,
                basis,
                filing.content().promise(),
                filing.content().treatment(),
                filing.id(),
                clock.instant(),
                1,
                List.of());
    }

    private Mono<ActOutcome> handIn(Request request, Filing.Effective filing, FilingContent first, RegionRules region) {
        Filing successor = Filing.Submitted.submit(first, request.agency().subject(), filing);
        return filings.rollOf(first.terms().personId()).flatMap(roll -> {
            List<Filing> others = roll.filings().stream()
                    .filter(other -> !other.id().equals(filing.id()))
                    .toList();
            Optional<ActOutcome> inTheWay = inTheWayOf(first, others, region);
            return inTheWay.isPresent()
                    ? Mono.just(inTheWay.get())
                    : filings.add(successor, roll.nextNumber(), request.receipt())
                            .filter(adding -> adding == Adding.ADDED)
                            .flatMap(_ -> finish(successor.id(), ATTEMPTS_MAX));
        });
    }

    private static Optional<ActOutcome> inTheWayOf(FilingContent first, List<Filing> others, RegionRules region) {
        boolean isPromise = first.promise() != null;
        return others.stream()
                .filter(Filing::isInTheWay)
                .filter(other -> other.terms().overlaps(first.terms()))
                .findFirst()
                .<ActOutcome>map(other -> new ActOutcome.Overlapping(other.id()))
                .or(() -> region.refusalOfPlace(first.terms(), isPromise, others)
                        .map(refused -> new ActOutcome.NotEligible(refused, region.region())));
    }

    private Mono<ActOutcome> finish(FilingId successorId, int attemptsLeft) {
        if (attemptsLeft == 0) {
            return Mono.error(ProblemException.busy(RETRY_AFTER));
        }
        return filings.findKept(successorId)
                .flatMap(successor -> switch (successor.filing()) {
                    case Filing.Submitted submitted -> goOn(successor, submitted);
                    case Filing.Rejected rejected ->
                        Mono.<ActOutcome>just(ActOutcome.NotPossible.of(rejected, WithdrawFiling.NOT_IN_FORCE));
                    case Filing.Effective _, Filing.Ended _ ->
                        Mono.<ActOutcome>just(new ActOutcome.Done(successor.filing()));
                })
                .switchIfEmpty(Mono.defer(() -> finish(successorId, attemptsLeft - 1)));
    }

    /** Empty when somebody else went on first. */
    private Mono<ActOutcome> goOn(Kept successor, Filing.Submitted submitted) {
        FilingId replaced = submitted.content().replaces();
        if (replaced == null) {
            return Mono.just(new ActOutcome.Done(submitted));
        }
        return filings.findKept(replaced).flatMap(kept -> switch (kept.filing()) {
            case Filing.Effective effective -> end(kept, effective, successor);
            case Filing.Ended ended
            when submitted.id().equals(ended.ending().successor()) ->
                settle(successor, submitted.accept(stepOf(submitted, FilingChange.Action.ACCEPTED)));
            case Filing.Ended _, Filing.Submitted _, Filing.Rejected _ ->
                settle(successor, submitted.reject(stepOf(submitted, FilingChange.Action.REJECTED)));
        });
    }

    /** One write; the filing is then read again, as everybody else would find it. */
    private Mono<ActOutcome> end(Kept kept, Filing.Effective filing, Kept successor) {
        LocalDate from = successor.filing().terms().period().from();
        if (filing.terms().period().endsBefore(from)) {
            return settle(
                    successor,
                    ((Filing.Submitted) successor.filing())
                            .reject(stepOf(successor.filing(), FilingChange.Action.REJECTED)));
        }
        FilingChange step = new FilingChange(
                FilingChange.Action.REPLACED,
                clock.instant(),
                byOf(successor.filing()),
                successor.filing().terms().reason(),
                from);
        Filing ended =
                filing.end(Ending.Cause.REPLACED, from, successor.filing().id(), step);
        return filings.replace(kept.after(ended, successor.receipt())).flatMap(_ -> Mono.empty());
    }

    private Mono<ActOutcome> settle(Kept successor, Filing decided) {
        return filings.replace(successor.after(decided))
                .filter(isStored -> isStored)
                .map(_ -> {
                    announce.run();
                    return decided instanceof Filing.Rejected
                            ? ActOutcome.NotPossible.of(decided, WithdrawFiling.NOT_IN_FORCE)
                            : new ActOutcome.Done(decided);
                });
    }

    private FilingChange stepOf(Filing successor, FilingChange.Action action) {
        Instant now = clock.instant();
        return new FilingChange(action, now, byOf(successor), successor.terms().reason());
    }

    private static String byOf(Filing successor) {
        return successor.history().getFirst().by();
    }
}
