package io.crosscare.filing.lodging;

import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.filing.lodging.FilingActs.Act;
import io.crosscare.filing.lodging.FilingActs.Step;
import io.crosscare.filing.lodging.model.Decision;
import io.crosscare.filing.lodging.model.Ending;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingChange;
import io.crosscare.filing.lodging.model.FilingId;
import io.crosscare.filing.lodging.model.Promise;
import io.crosscare.filing.lodging.model.RegionRules;
import io.crosscare.filing.lodging.model.SpecialTreatment;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The agency of the insured region looks at a filing and decides: what was handed in, a special treatment, or a promise that
 * was not kept. Time alone never decides any of these.
 */
public final class ReviewFiling {

    private static final Text NO_TREATMENT = Text.of("该备案没有申报特殊治疗", "The filing is for no special treatment");
    private static final Text CODE_NEEDED =
            Text.of("确认后续治疗时须填写特殊治疗代码", "Say which treatment it follows up when confirming it");
    private static final Text NOTHING_PROMISED = Text.of("该备案没有待补充的承诺", "The filing has no promise to be kept");
    private static final Text NOT_YET_DUE = Text.of("承诺期限未到，不能判定失效", "The promise is not due yet");

    /** What an agency may decide. */
    public enum Verdict {
        /** 通过 · accept what was handed in. */
        ACCEPT,
        /** 不通过 · reject what was handed in. */
        REJECT,
        /** 确认特殊治疗 · confirm the special treatment. */
        CONFIRM_TREATMENT,
        /** 不予确认特殊治疗 · refuse the special treatment. */
        REFUSE_TREATMENT,
        /** 判定承诺失效 · end the filing because what was promised did not come. */
        LAPSE_PROMISE
    }

    private final FilingActs acts;
    private final FilingRules rules;
    private final Receipts receipts;
    private final Clock clock;

    public ReviewFiling(FilingActs acts, FilingRules rules, Receipts receipts, Clock clock) {
        this.acts = acts;
        this.rules = rules;
        this.receipts = receipts;
        this.clock = clock;
    }

    /**
     * Decides.
     *
     * @param treatment code, where a treatment is confirmed and the declaration names none; else null
     */
    public Mono<ActOutcome> review(
            FilingId id,
            Verdict verdict,
            @Nullable String treatment,
            String reason,
            Caller.Agency agency,
            IdempotencyKey key) {
        String content = RequestContent.of("review", verdict, treatment, reason);
        return acts.carryOut(new Act(
                id,
                receipts.ofAct(agency, key, id, content),
                filing -> agency.isAgencyOf(filing.terms().insuredRegion()),
                filing -> Mono.just(decide(filing, verdict, treatment, reason, agency))));
    }

    private Step decide(
            Filing filing, Verdict verdict, @Nullable String treatment, String reason, Caller.Agency agency) {
        return switch (filing) {
            case Filing.Submitted submitted
            when submitted.content().replaces() == null ->
                switch (verdict) {
                    case ACCEPT ->
                        new Step.Next(submitted.accept(step(FilingChange.Action.ACCEPTED, reason, agency, null)));
                    case REJECT ->
                        new Step.Next(submitted.reject(step(FilingChange.Action.REJECTED, reason, agency, null)));
                    case CONFIRM_TREATMENT, REFUSE_TREATMENT, LAPSE_PROMISE ->
                        Step.no(ActOutcome.NotPossible.of(filing, WithdrawFiling.NOT_IN_FORCE));
                };
            case Filing.Effective effective ->
                switch (verdict) {
                    case ACCEPT, REJECT -> Step.no(ActOutcome.NotPossible.of(filing, WithdrawFiling.NOT_IN_FORCE));
                    case CONFIRM_TREATMENT -> confirm(effective, treatment, reason, agency);
                    case REFUSE_TREATMENT -> refuse(effective, reason, agency);
                    case LAPSE_PROMISE -> lapse(effective, reason, agency);
                };
            case Filing.Submitted _, Filing.Rejected _, Filing.Ended _ ->
                Step.no(ActOutcome.NotPossible.of(filing, WithdrawFiling.NOT_IN_FORCE));
        };
    }

    private Step confirm(Filing.Effective filing, @Nullable String given, String reason, Caller.Agency agency) {
        SpecialTreatment declared = filing.content().treatment();
        if (declared == null) {
            return Step.no(ActOutcome.NotPossible.of(filing, NO_TREATMENT));
        }
        String code = given == null ? declared.code() : given;
        if (code == null) {
            return Step.no(ActOutcome.NotPossible.of(filing, CODE_NEEDED));
        }
        RegionRules region = rules.require(filing.terms().insuredRegion());
        SpecialTreatment confirmed = declared.confirmed(code);
        Optional<Decision.Refused> refusal =
                region.refusalOfTreatment(filing.terms().category(), confirmed);
        return refusal.map(refused -> Step.no(new ActOutcome.NotEligible(refused, region.region())))
                .orElseGet(() -> new Step.Next(filing.decideTreatment(
                        confirmed, step(FilingChange.Action.TREATMENT_CONFIRMED, reason, agency, null))));
    }

    private Step refuse(Filing.Effective filing, String reason, Caller.Agency agency) {
        SpecialTreatment declared = filing.content().treatment();
        return declared == null
                ? Step.no(ActOutcome.NotPossible.of(filing, NO_TREATMENT))
                : new Step.Next(filing.decideTreatment(
                        declared.refused(), step(FilingChange.Action.TREATMENT_REFUSED, reason, agency, null)));
    }

    /** From today on; what was settled before stays. */
    private Step lapse(Filing.Effective filing, String reason, Caller.Agency agency) {
        LocalDate today = ChinaTime.today(clock);
        Promise promise = filing.content().promise();
        if (promise == null || !promise.isOpen()) {
            return Step.no(ActOutcome.NotPossible.of(filing, NOTHING_PROMISED));
        }
        if (!promise.dueOn().isBefore(today)) {
            return Step.no(ActOutcome.NotPossible.of(filing, NOT_YET_DUE));
        }
        if (filing.terms().period().endsBefore(today)) {
            return Step.no(ActOutcome.NotPossible.of(filing, WithdrawFiling.OVER));
        }
        FilingChange step = step(FilingChange.Action.LAPSED, reason, agency, today);
        return new Step.Next(filing.end(Ending.Cause.LAPSED, today, null, step));
    }

    private FilingChange step(
            FilingChange.Action action, String reason, Caller.Agency agency, @Nullable LocalDate from) {
        return new FilingChange(action, clock.instant(), agency.subject(), reason, from);
    }
}
