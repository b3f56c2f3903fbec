package io.crosscare.settlement.direct;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.chain.model.CanonicalForm;
import io.crosscare.settlement.chain.model.ContentHash;
import io.crosscare.settlement.chain.model.VisitId;
import io.crosscare.settlement.direct.RegisterVisit.Outcome.RegisteredVisit;
import io.crosscare.settlement.eligibility.CheckEligibility;
import io.crosscare.settlement.eligibility.DescribeRefusal;
import io.crosscare.settlement.eligibility.KnownFacts;
import io.crosscare.settlement.eligibility.RefusalStatement;
import io.crosscare.settlement.eligibility.RefusalStatement.DayRule;
import io.crosscare.settlement.eligibility.model.CardKind;
import io.crosscare.settlement.eligibility.model.Eligibility;
import io.crosscare.settlement.eligibility.model.EligibilityQuestion;
import io.crosscare.settlement.eligibility.model.InstitutionFacts;
import io.crosscare.settlement.eligibility.model.Refusal;
import io.crosscare.settlement.eligibility.model.RefusalReason;
import io.crosscare.settlement.eligibility.model.Responsible;
import io.crosscare.settlement.interruption.TellInterruption;
import io.crosscare.settlement.visit.RegistrationOutcome;
import io.crosscare.settlement.visit.RegistrationOutcome.NumberTaken;
import io.crosscare.settlement.visit.RegistrationOutcome.OtherContent;
import io.crosscare.settlement.visit.RegistrationOutcome.Registered;
import io.crosscare.settlement.visit.RegistrationOutcome.Replayed;
import io.crosscare.settlement.visit.Visits;
import io.crosscare.settlement.visit.model.Registration;
import io.crosscare.settlement.visit.model.Visit;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Registers a visit. Problems of eligibility are warnings here, so that the patient hears of them before the bill is there;
 * only the institution must be known, for its region is the care region. Where that cannot be asked, the correction desk is told.
 */
public final class RegisterVisit {

    private static final Warning UNCHECKED = new Warning(
            "ELIGIBILITY_NOT_CHECKED",
            "暂时无法核验备案和参保信息，结算时再核验",
            "Eligibility could not be checked now and will be at the settlement",
            null,
            null,
            null,
            null,
            null);

    private final Visits visits;
    private final KnownFacts knownFacts;
    private final CheckEligibility eligibility;
    private final DescribeRefusal describeRefusal;
    private final TellInterruption tellInterruption;
    private final RandomIds ids;
    private final Clock clock;

    public RegisterVisit(
            Visits visits,
            KnownFacts knownFacts,
            CheckEligibility eligibility,
            DescribeRefusal describeRefusal,
            TellInterruption tellInterruption,
            RandomIds ids,
            Clock clock) {
        this.visits = visits;
        this.knownFacts = knownFacts;
        this.eligibility = eligibility;
        this.describeRefusal = describeRefusal;
        this.tellInterruption = tellInterruption;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a hospital says; see {@link Registration}. */
    public record Command(
            InstitutionCode institution,
            String callerKey,
            PersonId person,
            RegionCode insuredRegion,
            ServiceType serviceType,
            LocalDate startedOn,
            CardKind cardKind,
            String visitNumber,
            @Nullable String specialTreatment) {

        private Registration.Request request() {
            ContentHash hash = new CanonicalForm("v1")
                    .text(person.value())
                    .text(insuredRegion.value())
                    .text(serviceType.name())
                    .day(startedOn)
                    .text(cardKind.name())
                    .text(visitNumber)
                    .optionalText(specialTreatment)
                    .hash();
            return new Registration.Request(institution.value() + "/" + callerKey, hash);
        }
    }

    /**
     * Something that would refuse the settlement if it were made now: what is wrong, who can mend it, what to do. All but the
     * first three are null where nothing could be checked.
     *
     * @param reason 原因 · a reason to refuse, or ELIGIBILITY_NOT_CHECKED
     */
    public record Warning(
            String reason,
            String messageZh,
            String messageEn,
            @Nullable Responsible responsible,
            @Nullable String nextStep,
            @Nullable String nextStepEn,
            @Nullable LocalDate decidedOn,
            @Nullable DayRule dayRule) {

        private static Warning of(RefusalStatement refusal) {
            return new Warning(
                    refusal.reason(),
                    refusal.message(),
                    refusal.messageEn(),
                    refusal.responsible(),
                    refusal.nextStep(),
                    refusal.nextStepEn(),
                    refusal.decidedOn(),
                    refusal.dayRule());
        }
    }

    /** What became of the registration. */
    public sealed interface Outcome {

        /**
         * A registered visit.
         *
         * @param isReplay whether the same request had registered it before
         */
        record RegisteredVisit(Visit visit, List<Warning> warnings, boolean isReplay) implements Outcome {}

        /** Nobody knows the institution, so there is no care region; nothing was registered. */
        record Refused(RefusalStatement refusal) implements Outcome {}
    }

    public Mono<Outcome> register(Command command) {
        Mono<Outcome> outcome = knownFacts
                .institution(command.institution())
                .flatMap(institution -> registerAt(institution, command))
                .switchIfEmpty(Mono.defer(() -> institutionUnknown(command)));
        return tellInterruption.aroundRegistration(
                outcome, () -> registration(command, command.institution().codeRegion()));
    }

    private Mono<Outcome> registerAt(InstitutionFacts institution, Command command) {
        return visits.register(Visit.registered(registration(command, institution.region())))
                .map(RegisterVisit::require)
                .flatMap(registered -> warnings(registered.visit().registration())
                        .map(warnings -> new RegisteredVisit(registered.visit(), warnings, registered.isReplay())));
    }

    /** The code at least names the region it was given in. */
    private Mono<Outcome> institutionUnknown(Command command) {
        InstitutionCode institution = command.institution();
        Refusal refusal = Refusal.of(RefusalReason.INSTITUTION_UNKNOWN, command.startedOn());
        return describeRefusal
                .describe(refusal, command.insuredRegion(), institution.codeRegion(), institution)
                .map(Outcome.Refused::new);
    }

    /** In the region of the institution; where nobody can be asked, in the one its code was given in. */
    private Registration registration(Command command, RegionCode careRegion) {
        return new Registration(
                new VisitId(ids.next('v')),
                command.person(),
                command.insuredRegion(),
                command.institution(),
                careRegion,
                command.serviceType(),
                command.startedOn(),
                null,
                command.cardKind(),
                command.visitNumber(),
                command.specialTreatment(),
                command.request(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private static RegisteredVisit require(RegistrationOutcome outcome) {
        return switch (outcome) {
            case Registered(Visit visit) -> new RegisteredVisit(visit, List.of(), false);
            case Replayed(Visit visit) -> new RegisteredVisit(visit, List.of(), true);
            case OtherContent() -> throw ProblemException.of(ProblemType.IDEMPOTENCY_CONFLICT);
            case NumberTaken(VisitId visit) ->
                throw ProblemException.conflict(Text.of("该参保人的此就诊号已登记", "this person has a visit under this number"))
                        .with("field", "visitNumber")
                        .with("visitId", visit.value());
        };
    }

    private Mono<List<Warning>> warnings(Registration visit) {
        return eligibility
                .check(new EligibilityQuestion(
                        visit.person(),
                        visit.insuredRegion(),
                        visit.institution(),
                        visit.serviceType(),
                        visit.cardKind(),
                        visit.startedOn(),
                        visit.endedOn()))
                .flatMap(answer -> warnings(visit, answer))
                .onErrorResume(RegisterVisit::isPeerSilent, _ -> Mono.just(List.of(UNCHECKED)));
    }

    private Mono<List<Warning>> warnings(Registration visit, Eligibility answer) {
        return switch (answer) {
            case Eligibility.Eligible _ -> Mono.just(List.of());
            case Eligibility.Refused(Refusal refusal) ->
                describeRefusal
                        .describe(refusal, visit.insuredRegion(), visit.careRegion(), visit.institution())
                        .map(statement -> List.of(Warning.of(statement)));
        };
    }

    private static boolean isPeerSilent(Throwable error) {
        return error instanceof ProblemException problem && problem.type() == ProblemType.PEER_UNAVAILABLE;
    }
}
