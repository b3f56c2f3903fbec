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
import io.crosscare.settlement.eligibility.CheckEligibility;
import io.crosscare.settlement.eligibility.KnownFacts;
import io.crosscare.settlement.eligibility.model.CardKind;
import io.crosscare.settlement.eligibility.model.Eligibility;
import io.crosscare.settlement.eligibility.model.EligibilityQuestion;
import io.crosscare.settlement.eligibility.model.InstitutionFacts;
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
 * only the institution must be known, for its region is the care region.
 */
public final class RegisterVisit {

    private static final Warning UNCHECKED = new Warning(
            "ELIGIBILITY_NOT_CHECKED",
            "暂时无法核验备案和参保信息，结算时再核验",
            "Eligibility could not be checked now and will be at the settlement");

    private final Visits visits;
    private final KnownFacts knownFacts;
    private final CheckEligibility eligibility;
    private final RandomIds ids;
    private final Clock clock;

    public RegisterVisit(
            Visits visits, KnownFacts knownFacts, CheckEligibility eligibility, RandomIds ids, Clock clock) {
        this.visits = visits;
        this.knownFacts = knownFacts;
        this.eligibility = eligibility;
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

    /** Something that would refuse the settlement if it were made now. */
    public record Warning(String reason, String messageZh, String messageEn) {}

    /**
     * A registered visit.
     *
     * @param isReplay whether the same request had registered it before
     */
    public record RegisteredVisit(Visit visit, List<Warning> warnings, boolean isReplay) {}

    public Mono<RegisteredVisit> register(Command command) {
        return knownFacts
                .institution(command.institution())
                .switchIfEmpty(Mono.error(RegisterVisit::institutionUnknown))
                .flatMap(institution -> visits.register(Visit.registered(registration(command, institution))))
                .map(RegisterVisit::require)
                .flatMap(registered -> warnings(registered.visit().registration())
                        .map(warnings -> new RegisteredVisit(registered.visit(), warnings, registered.isReplay())));
    }

    private Registration registration(Command command, InstitutionFacts institution) {
        return new Registration(
                new VisitId(ids.next('v')),
                command.person(),
                command.insuredRegion(),
                command.institution(),
                institution.region(),
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
                        visit.startedOn()))
                .map(RegisterVisit::warnings)
                .onErrorResume(RegisterVisit::isPeerSilent, _ -> Mono.just(List.of(UNCHECKED)));
    }

    private static List<Warning> warnings(Eligibility answer) {
        return switch (answer) {
            case Eligibility.Eligible _ -> List.of();
            case Eligibility.Refused refused ->
                List.of(new Warning(
                        refused.refusal().reason().name(),
                        refused.refusal().message().zh(),
                        refused.refusal().message().en()));
        };
    }

    private static boolean isPeerSilent(Throwable error) {
        return error instanceof ProblemException problem && problem.type() == ProblemType.PEER_UNAVAILABLE;
    }

    private static ProblemException institutionUnknown() {
        return ProblemException.conflict(Text.of("定点医疗机构名录中没有本机构", "the institution is not in the registry"));
    }
}
