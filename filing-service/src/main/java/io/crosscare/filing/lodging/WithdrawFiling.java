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
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Withdraws a filing (撤销备案) from a day on: today or later for the person, also a day that has passed for the agency, which
 * then shows. Settlements made before stay as they are.
 */
public final class WithdrawFiling {

    static final Text NOT_IN_FORCE = Text.of("该备案当前状态不能办理此项", "The filing is in no state for that");
    static final Text OVER = Text.of("该备案在这一天之前已结束", "The filing is over before that day");

    private final FilingActs acts;
    private final FilingRules rules;
    private final Receipts receipts;
    private final Clock clock;

    public WithdrawFiling(FilingActs acts, FilingRules rules, Receipts receipts, Clock clock) {
        this.acts = acts;
        this.rules = rules;
        this.receipts = receipts;
        this.clock = clock;
    }

    /**
     * Withdraws it.
     *
     * @param from the first day it does not count any more; null: today
     */
    public Mono<ActOutcome> withdraw(
            FilingId id, @Nullable LocalDate from, String reason, Caller caller, IdempotencyKey key) {
        String content = RequestContent.of("withdrawal", from, reason);
        return acts.carryOut(new Act(
                id,
                receipts.ofAct(caller, key, id, content),
                filing -> caller.isAgencyOf(filing.terms().insuredRegion())
                        || caller.isPerson(filing.terms().personId()),
                filing -> Mono.just(decide(filing, from, reason, caller))));
    }

    private Step decide(Filing filing, @Nullable LocalDate given, String reason, Caller caller) {
        LocalDate today = ChinaTime.today(clock);
        LocalDate from = given == null ? today : given;
        if (from.isBefore(today) && !(caller instanceof Caller.Agency)) {
            return Step.no(new ActOutcome.DayHasPassed("from"));
        }
        FilingChange step =
                new FilingChange(FilingChange.Action.WITHDRAWN, clock.instant(), caller.subject(), reason, from);
        return switch (filing) {
            case Filing.Submitted submitted
            when submitted.content().replaces() == null -> new Step.Next(submitted.withdraw(step, from));
            case Filing.Effective effective -> end(effective, step, from, today);
            case Filing.Submitted _, Filing.Rejected _, Filing.Ended _ ->
                Step.no(ActOutcome.NotPossible.of(filing, NOT_IN_FORCE));
        };
    }

    private Step end(Filing.Effective filing, FilingChange step, LocalDate from, LocalDate today) {
        if (filing.terms().period().endsBefore(from)) {
            return Step.no(ActOutcome.NotPossible.of(filing, OVER));
        }
        Optional<Decision.Refused> refusal =
                rules.require(filing.terms().insuredRegion()).refusalOfChange(filing, today);
        return refusal.map(refused -> Step.no(
                        new ActOutcome.NotEligible(refused, filing.terms().insuredRegion())))
                .orElseGet(() -> new Step.Next(filing.end(Ending.Cause.WITHDRAWN, from, null, step)));
    }
}
