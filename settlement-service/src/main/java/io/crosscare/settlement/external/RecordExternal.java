package io.crosscare.settlement.external;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.settlement.benefit.model.Counter;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.External;
import io.crosscare.settlement.chain.model.External.CorePayment;
import io.crosscare.settlement.chain.model.Head;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.eligibility.model.PersonFacts;
import io.crosscare.settlement.intent.RecordIntent;
import io.crosscare.settlement.intent.RecordIntent.Recorded;
import io.crosscare.settlement.intent.model.Intent;
import io.crosscare.settlement.intent.model.Intent.Content.ExternalContent;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Records what the insured region's core system paid, once and in the core's order: what comes too early is refused until what
 * is missing has come, what came before is told again, and what the core numbers anew is refused for good. Nothing of a refused
 * one is stored, and its key stays free.
 */
public final class RecordExternal {

    private static final String NO_REASON = "";

    private final Chain chain;
    private final RecordIntent recordIntent;
    private final FeedMeters meters;
    private final Supplier<@Nullable String> traceparent;
    private final Clock clock;

    /**
     * Records.
     *
     * @param traceparent trace context of the present request, if there is one
     */
    public RecordExternal(
            Chain chain,
            RecordIntent recordIntent,
            FeedMeters meters,
            Supplier<@Nullable String> traceparent,
            Clock clock) {
        this.chain = chain;
        this.recordIntent = recordIntent;
        this.meters = meters;
        this.traceparent = traceparent;
        this.clock = clock;
    }

    /**
     * What an agency sends.
     *
     * @param callerKey the key of the request
     * @param moves counters and by how much
     * @param by the caller's account
     */
    public record Command(PersonFacts person, Key callerKey, CorePayment payment, Counters moves, String by) {}

    /** What became of it. */
    public sealed interface Outcome {

        /** It is in the chain. */
        record InChain(Entry entry, boolean isReplay) implements Outcome {}

        /** One before it has not come. */
        record TooEarly(long expectedSequence) implements Outcome {}

        /** Its place or its number holds another payment. */
        record Taken(Entry present) implements Outcome {}

        /** A counter would be below zero; of the account, money is to be credited first. */
        record BelowZero(String counter) implements Outcome {}

        /** The key was used for another request. */
        record KeyUsed() implements Outcome {}
    }

    /** The outcome, durable when it is told. */
    public Mono<Outcome> record(Command command) {
        return chain.head(command.person().id())
                .flatMap(head -> judged(head, command))
                .doOnNext(meters::count);
    }

    private Mono<Outcome> judged(Head head, Command command) {
        long expected = head.counters().value(Counter.EXTERNALS.word()) + 1;
        if (command.payment().sequence() > expected) {
            return Mono.<Outcome>just(new Outcome.TooEarly(expected));
        }
        Optional<String> lacking =
                command.payment().sequence() == expected ? belowZero(head, command.moves()) : Optional.empty();
        return lacking.isPresent() ? Mono.just(new Outcome.BelowZero(lacking.get())) : write(command);
    }

    private static Optional<String> belowZero(Head head, Counters moves) {
        return head.counters().plus(moves).values().entrySet().stream()
                .filter(counter -> counter.getValue() < 0)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Mono<Outcome> write(Command command) {
        Intent intent = new Intent(
                command.person().id(),
                command.person().insuredRegion(),
                command.callerKey(),
                new ExternalContent(command.payment(), command.moves()),
                NO_REASON,
                command.by(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                traceparent.get());
        return recordIntent
                .record(intent)
                .map(recorded -> outcome(intent, recorded))
                .onErrorResume(RecordExternal::isKeyUsed, _ -> Mono.just(new Outcome.KeyUsed()));
    }

    private static Outcome outcome(Intent intent, Recorded recorded) {
        return recorded.entry() instanceof External external
                        && external.requestHash().equals(intent.requestHash())
                ? new Outcome.InChain(external, recorded.isReplay())
                : new Outcome.Taken(recorded.entry());
    }

    private static boolean isKeyUsed(Throwable error) {
        return error instanceof ProblemException problem && problem.type() == ProblemType.IDEMPOTENCY_CONFLICT;
    }
}
