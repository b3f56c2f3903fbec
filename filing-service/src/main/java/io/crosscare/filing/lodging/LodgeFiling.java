package io.crosscare.filing.lodging;

import io.crosscare.chassis.crypto.BlindIndex;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.filing.insured.InsuredPersons;
import io.crosscare.filing.insured.model.InsuredPerson;
import io.crosscare.filing.lodging.Filings.Receipt;
import io.crosscare.filing.lodging.Filings.Receipted;
import io.crosscare.filing.lodging.Filings.Roll;
import io.crosscare.filing.lodging.model.Application;
import io.crosscare.filing.lodging.model.Decision;
import io.crosscare.filing.lodging.model.DestinationObjection;
import io.crosscare.filing.lodging.model.Destinations;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingBasis;
import io.crosscare.filing.lodging.model.FilingContent;
import io.crosscare.filing.lodging.model.FilingId;
import io.crosscare.filing.lodging.model.FilingTerms;
import io.crosscare.filing.lodging.model.InstitutionLevel;
import io.crosscare.filing.lodging.model.LodgerKind;
import io.crosscare.filing.lodging.model.Promise;
import io.crosscare.filing.lodging.model.RegionRules;
import io.crosscare.filing.lodging.model.SpecialTreatment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Lodges a filing: the insured region's agency for its persons, a person for itself, a referring hospital for a transfer. The
 * region's rules decide; one key lodges once; two filings of a person never speak for the same place and day. Nothing but the
 * final insert changes anything.
 */
public final class LodgeFiling {

    private static final int ATTEMPTS_MAX = 8;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final InsuredPersons persons;
    private final Filings filings;
    private final FilingRules rules;
    private final InstitutionLevels levels;
    private final Receipts receipts;
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
            InstitutionLevels levels,
            BlindIndex blindIndex,
            RandomIds ids,
            Clock clock,
            Runnable announce) {
        this.persons = persons;
        this.filings = filings;
        this.rules = rules;
        this.levels = levels;
        this.receipts = new Receipts(blindIndex);
        this.ids = ids;
        this.clock = clock;
        this.announce = announce;
    }

    /**
     * Lodges it, or hands it in where the region wants to review it.
     *
     * @param caller an agency, a person or a hospital
     */
    public Mono<LodgingOutcome> lodge(LodgeFilingCommand command, Caller caller, IdempotencyKey key) {
        return attempt(new Request(command, caller, receipts.ofLodging(caller, key, command), null), ATTEMPTS_MAX);
    }

    /**
     * What one request asks for, by whom and under which receipt.
     *
     * @param registeredLevel of the hospital that refers; null where the registry does not know
     */
    private record Request(
            LodgeFilingCommand command,
            Caller caller,
            Receipt receipt,
            @Nullable InstitutionLevel registeredLevel) {

        Request with(Optional<InstitutionLevel> level) {
            return new Request(command, caller, receipt, level.orElse(null));
        }

        LodgerKind lodger() {
            return switch (caller) {
                case Caller.Agency _ -> LodgerKind.AGENCY;
                case Caller.Insured _ -> LodgerKind.PERSON;
                case Caller.Hospital _ -> LodgerKind.HOSPITAL;
                case Caller.Platform _, Caller.Operator _, Caller.Service _ -> throw ProblemException.forbidden();
            };
        }
    }

    private Mono<LodgingOutcome> attempt(Request request, int attemptsLeft) {
        if (attemptsLeft == 0) {
            return Mono.error(ProblemException.busy(RETRY_AFTER));
        }
        return filings.findByKey(request.receipt().key())
                .map(before -> replay(before, request.receipt()))
                .switchIfEmpty(Mono.defer(() -> lodgeAnew(request)))
                .switchIfEmpty(Mono.defer(() -> attempt(request, attemptsLeft - 1)));
    }

    private static LodgingOutcome replay(Receipted before, Receipt receipt) {
        return before.receipt().equals(receipt)
                ? new LodgingOutcome.Replayed(before.filing())
                : new LodgingOutcome.KeyReused();
    }

    /** Empty when another request was faster and everything has to be read again. */
    private Mono<LodgingOutcome> lodgeAnew(Request request) {
        return persons.find(request.command().personId())
                .filter(person -> mayLodgeFor(request.caller(), person))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(person -> person.isPresent()
                        ? decide(request, person.get())
                        : Mono.just(new LodgingOutcome.PersonNotVisible()));
    }

    /** A hospital refers persons of its own region. */
    private boolean mayLodgeFor(Caller caller, InsuredPerson person) {
        return switch (caller) {
            case Caller.Hospital hospital ->
                rulesOf(person).home().contains(hospital.institution().codeRegion());
            case Caller.Agency _, Caller.Insured _, Caller.Platform _, Caller.Operator _, Caller.Service _ ->
                caller.isAgencyOf(person.insuredRegion()) || caller.isPerson(person.id());
        };
    }

    private RegionRules rulesOf(InsuredPerson person) {
        return rules.find(person.insuredRegion())
                .orElseThrow(() -> new IllegalStateException("a person of a region without filing rules"));
    }

    private Mono<LodgingOutcome> decide(Request request, InsuredPerson person) {
        LodgeFilingCommand command = request.command();
        RegionRules region = rulesOf(person);
        Optional<DestinationObjection> objection = region.objectionTo(command.careRegion());
        if (objection.isPresent()) {
            return Mono.just(new LodgingOutcome.NoDestination(objection.get()));
        }
        return levels.ofReferral(command.facts()).flatMap(level -> decide(request.with(level), person, region));
    }

    private Mono<LodgingOutcome> decide(Request request, InsuredPerson person, RegionRules region) {
        return switch (region.decide(applicationOf(request, person))) {
            case Decision.Refused refused -> notEligible(refused, region);
            case Decision.Admitted admitted ->
                region.knowsMaterialsOf(request.command().facts())
                        ? refusalOfTreatment(region, request.command())
                                .map(refused -> notEligible(refused, region))
                                .orElseGet(() -> addBeside(request, person, region, admitted))
                        : Mono.just(new LodgingOutcome.MaterialUnknown());
        };
    }

    private static Mono<LodgingOutcome> notEligible(Decision.Refused refused, RegionRules region) {
        return Mono.just(new LodgingOutcome.NotEligible(refused, region.region()));
    }

    private static Optional<Decision.Refused> refusalOfTreatment(RegionRules region, LodgeFilingCommand command) {
        SpecialTreatment treatment = command.treatment();
        return treatment == null ? Optional.empty() : region.refusalOfTreatment(command.category(), treatment);
    }

    private Mono<LodgingOutcome> addBeside(
            Request request, InsuredPerson person, RegionRules region, Decision.Admitted admitted) {
        Filing filing = filingOf(request, person, region, admitted);
        return filings.rollOf(person.id()).flatMap(roll -> addBeside(roll, request, region, filing));
    }

    private Mono<LodgingOutcome> addBeside(Roll roll, Request request, RegionRules region, Filing filing) {
        List<Filing> existing = roll.filings();
        Optional<LodgingOutcome> inTheWay = existing.stream()
                .filter(Filing::isInTheWay)
                .filter(other -> other.terms().overlaps(filing.terms()))
                .findFirst()
                .<LodgingOutcome>map(other -> new LodgingOutcome.Overlapping(other.id()))
                .or(() -> region.refusalOfPlace(
                                filing.terms(), request.command().isPromise(), existing)
                        .map(refused -> new LodgingOutcome.NotEligible(refused, region.region())));
        if (inTheWay.isPresent()) {
            return replayOr(inTheWay.get(), request.receipt());
        }
        return filings.add(filing, roll.nextNumber(), request.receipt()).flatMap(adding -> switch (adding) {
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

    private static Application applicationOf(Request request, InsuredPerson person) {
        LodgeFilingCommand command = request.command();
        return new Application(
                person.particulars(),
                command.category(),
                Destinations.poolingRegionOf(command.careRegion()),
                command.from(),
                command.to(),
                command.channel(),
                request.lodger(),
                command.facts(),
                request.registeredLevel(),
                command.isPromise());
    }

    private Filing filingOf(Request request, InsuredPerson person, RegionRules region, Decision.Admitted admitted) {
        LodgeFilingCommand command = request.command();
        Instant now = clock.instant();
        FilingTerms terms = new FilingTerms(
                person.id(),
                person.insuredRegion(),
                Destinations.poolingRegionOf(command.careRegion()),
                command.category(),
                admitted.period(),
                command.channel(),
                command.reason());
        FilingBasis basis = new FilingBasis(
                command.facts(),
                admitted.vouchedFor(),
                request.lodger(),
                request.caller() instanceof Caller.Hospital hospital ? hospital.institution() : null,
                command.facts().isAtLevel(request.registeredLevel()));
        SpecialTreatment treatment = command.treatment();
        FilingContent first = new FilingContent(
                new FilingId(ids.next('f')),
                terms,
                basis,
                promiseOf(admitted.promiseDays(), command.promisedOn(), ChinaTime.today(clock)),
                treatment == null ? null : region.afterLodging(treatment, request.lodger()),
                null,
                now,
                1,
                List.of());
        String by = request.caller().subject();
        return admitted.isReviewed() ? Filing.Submitted.submit(first, by) : Filing.Effective.lodge(first, by);
    }

    /** The papers may be due already when it is entered: time alone ends no filing. */
    private static @Nullable Promise promiseOf(@Nullable Integer days, @Nullable LocalDate signed, LocalDate today) {
        if (days == null) {
            return null;
        }
        LocalDate promisedOn = signed == null ? today : signed;
        return Promise.open(promisedOn.plusDays(days));
    }
}
