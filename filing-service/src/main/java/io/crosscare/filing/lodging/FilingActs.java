package io.crosscare.filing.lodging;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import io.crosscare.filing.lodging.Filings.Kept;
import io.crosscare.filing.lodging.Filings.Receipt;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingId;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Does something to one filing: once per key, on its latest version, in one write. Whoever is slower looks again at what the
 * faster one left.
 */
public final class FilingActs {

    private static final int ATTEMPTS_MAX = 8;

    /** So that no filing grows without end. */
    private static final int ACTS_MAX = 200;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final Text TOO_MANY = Text.of("该备案的变更次数已达上限", "So much was done to this filing that no more is");

    private final Filings filings;
    private final Runnable announce;

    /**
     * Makes them.
     *
     * @param announce told after each write, so that what was stored is published soon
     */
    public FilingActs(Filings filings, Runnable announce) {
        this.filings = filings;
        this.announce = announce;
    }

    /** What a rule makes of a request: the next version of the filing, or a no. */
    sealed interface Step {

        /**
         * Another version.
         *
         * @param number the person's next, where the version speaks for more than the one before; else null
         */
        record Next(Filing filing, @Nullable Integer number) implements Step {

            Next(Filing filing) {
                this(filing, null);
            }
        }

        record No(ActOutcome outcome) implements Step {}

        static Step no(ActOutcome outcome) {
            return new No(outcome);
        }
    }

    /**
     * One request.
     *
     * @param isVisible whether the caller may know of the filing
     */
    record Act(FilingId id, Receipt receipt, Predicate<Filing> isVisible, Function<Filing, Mono<Step>> decide) {}

    Mono<ActOutcome> carryOut(Act act) {
        return attempt(act, ATTEMPTS_MAX);
    }

    private Mono<ActOutcome> attempt(Act act, int attemptsLeft) {
        if (attemptsLeft == 0) {
            return Mono.error(ProblemException.busy(RETRY_AFTER));
        }
        return filings.findKept(act.id())
                .filter(kept -> act.isVisible().test(kept.filing()))
                .map(kept -> carryOutOn(kept, act))
                .defaultIfEmpty(Mono.just(new ActOutcome.NotVisible()))
                .flatMap(outcome -> outcome)
                .switchIfEmpty(Mono.defer(() -> attempt(act, attemptsLeft - 1)));
    }

    /** Empty when another request was faster. */
    private Mono<ActOutcome> carryOutOn(Kept kept, Act act) {
        for (Receipt before : kept.acts()) {
            if (before.key().equals(act.receipt().key())) {
                return Mono.just(
                        before.equals(act.receipt())
                                ? new ActOutcome.Replayed(kept.filing())
                                : new ActOutcome.KeyReused());
            }
        }
        if (kept.acts().size() >= ACTS_MAX) {
            return Mono.just(ActOutcome.NotPossible.of(kept.filing(), TOO_MANY));
        }
        return act.decide().apply(kept.filing()).flatMap(step -> switch (step) {
            case Step.No no -> Mono.just(no.outcome());
            case Step.Next next -> {
                Kept after = kept.after(next.filing(), act.receipt());
                Integer number = next.number();
                yield store(number == null ? after : after.taking(number));
            }
        });
    }

    private Mono<ActOutcome> store(Kept next) {
        return filings.replace(next).filter(isStored -> isStored).map(_ -> {
            announce.run();
            return new ActOutcome.Done(next.filing());
        });
    }
}
