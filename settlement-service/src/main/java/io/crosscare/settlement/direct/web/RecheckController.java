package io.crosscare.settlement.direct.web;

import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.security.Caller;
import io.crosscare.settlement.chain.model.VisitId;
import io.crosscare.settlement.direct.RecheckBill;
import io.crosscare.settlement.direct.RecheckBill.Rechecked;
import io.crosscare.settlement.direct.RecheckRegistration;
import io.crosscare.settlement.direct.model.DecidingCopies;
import io.crosscare.settlement.eligibility.RefusalStatement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * How a bill that was refused, or a registration that was stopped, stands now, for the correction desk. Not reached through the
 * gateway.
 */
@RestController
@RequestMapping("/api/v1/visits/{id}/rechecks")
class RecheckController {

    private static final Text VISIT = Text.of("不是有效的就诊标识", "must be a visit id");
    private static final Text BATCH =
            Text.of("应为 1 至 16 个字母、数字、点、横线或下划线", "must have 1 to 16 letters, digits, dots, dashes or underscores");

    private final RecheckBill recheckBill;
    private final RecheckRegistration recheckRegistration;

    RecheckController(RecheckBill recheckBill, RecheckRegistration recheckRegistration) {
        this.recheckBill = recheckBill;
        this.recheckRegistration = recheckRegistration;
    }

    /**
     * Which of the visit's bills; no batch for a stay.
     *
     * @param until optional, last day of a settlement on the way that was refused
     */
    record RecheckRequest(@Nullable String batch, @Nullable String until) {}

    /**
     * How it stands.
     *
     * @param state {@link RecheckBill.State}
     * @param known versions of the copies that were looked at
     * @param stale owners whose copies were not fresh
     * @param unlisted codes of the bill that the catalogue does not list
     */
    record RecheckResponse(
            String state,
            @Nullable String reason,
            @Nullable String message,
            @Nullable String messageEn,
            @Nullable String settlementId,
            KnownResponse known,
            List<String> stale,
            List<String> unlisted) {

        static RecheckResponse of(Rechecked rechecked) {
            RefusalStatement refusal = rechecked.refusal();
            return new RecheckResponse(
                    rechecked.state().name(),
                    refusal == null ? null : refusal.reason(),
                    refusal == null ? null : refusal.message(),
                    refusal == null ? null : refusal.messageEn(),
                    refusal == null ? null : refusal.settlementId(),
                    KnownResponse.of(rechecked.known()),
                    rechecked.stale().stream().map(Enum::name).sorted().toList(),
                    rechecked.unlisted());
        }
    }

    /** Versions of the copies; absent where there is none. */
    record KnownResponse(
            @Nullable Long institution, @Nullable Long person, List<DecidingCopies.FilingVersion> filings) {

        private static KnownResponse of(DecidingCopies known) {
            return new KnownResponse(known.institutionVersion(), known.personVersion(), known.filings());
        }
    }

    @PostMapping
    Mono<RecheckResponse> recheck(Caller caller, @PathVariable String id, @RequestBody RecheckRequest body) {
        if (!caller.isService()) {
            throw ProblemException.forbidden();
        }
        FieldChecks checks = new FieldChecks();
        var visit = checks.required("id", id, "visit-id", VISIT, VisitId::new);
        var batch = checks.optional("batch", body.batch(), "batch", BATCH, VisitRequests::batchName);
        var until = checks.optionalDate("until", body.until());
        checks.throwIfInvalid();
        return recheckBill
                .recheck(visit.value(), batch.orNull(), until.orNull())
                .switchIfEmpty(Mono.defer(() -> recheckRegistration.recheck(visit.value())))
                .map(RecheckResponse::of)
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }
}
