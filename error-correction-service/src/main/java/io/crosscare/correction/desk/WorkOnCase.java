package io.crosscare.correction.desk;

import io.crosscare.chassis.crypto.BlindIndex;
import io.crosscare.chassis.crypto.Masking;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.correction.desk.model.Act;
import io.crosscare.correction.desk.model.CaseId;
import io.crosscare.correction.desk.model.Comment.Author;
import io.crosscare.correction.desk.model.Comment.Receipt;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Office;
import io.crosscare.correction.desk.model.Order;
import io.crosscare.correction.desk.model.Stop;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import reactor.core.publisher.Mono;

/** Does with a case what somebody wants done with it, once per key. Numbers of persons are cut out before anything is stored. */
public final class WorkOnCase {

    private final CorrectionCases cases;
    private final ChangeCase changeCase;
    private final KnownOffices knownOffices;
    private final BlindIndex blindIndex;
    private final Clock clock;

    public WorkOnCase(
            CorrectionCases cases,
            ChangeCase changeCase,
            KnownOffices knownOffices,
            BlindIndex blindIndex,
            Clock clock) {
        this.cases = cases;
        this.changeCase = changeCase;
        this.knownOffices = knownOffices;
        this.blindIndex = blindIndex;
        this.clock = clock;
    }

    /** Which case, who, and by which request. */
    public record Request(CaseSight sight, Author by, CaseId id, IdempotencyKey key) {}

    /** What became of it. */
    public sealed interface Outcome {

        record Carried(CorrectionCase one) implements Outcome {}

        /** The same request had been carried out before; the case is as it stands now. */
        record Replayed(CorrectionCase one) implements Outcome {}

        /** The key was used before for something else. */
        record KeyReused() implements Outcome {}

        record Stopped(Stop stop) implements Outcome {}

        /** There is no such case in the caller's sight. */
        record NotVisible() implements Outcome {}
    }

    public Mono<Outcome> take(Request request) {
        return carryOut(request, "take", (_, receipt) -> new Order.Take(request.by(), receipt));
    }

    public Mono<Outcome> giveBack(Request request, String reason) {
        return carryOut(
                request,
                "return:" + reason,
                (_, receipt) -> new Order.Return(request.by(), receipt, Masking.pastedText(reason)));
    }

    public Mono<Outcome> escalate(Request request, String reason) {
        return carryOut(
                request,
                "escalate:" + reason,
                (known, receipt) -> new Order.Escalate(request.by(), receipt, Masking.pastedText(reason), known));
    }

    public Mono<Outcome> resolve(Request request, String reason) {
        return carryOut(
                request,
                "resolve:" + reason,
                (_, receipt) -> new Order.Resolve(request.by(), receipt, Masking.pastedText(reason)));
    }

    public Mono<Outcome> reopen(Request request, String reason) {
        return carryOut(
                request,
                "reopen:" + reason,
                (_, receipt) -> new Order.Reopen(request.by(), receipt, Masking.pastedText(reason)));
    }

    private Mono<Outcome> carryOut(Request request, String said, BiFunction<Set<Office>, Receipt, Order> order) {
        Receipt receipt = receipt(request, said);
        return cases.find(request.id())
                .filter(request.sight()::shows)
                .flatMap(present ->
                        knownOffices.of(present).flatMap(known -> carryOut(present, order.apply(known, receipt))))
                .defaultIfEmpty(new Outcome.NotVisible());
    }

    private Mono<Outcome> carryOut(CorrectionCase present, Order order) {
        Optional<Act> before = present.file().handling().actOf(order.receipt());
        return before.isPresent()
                ? Mono.just(again(present, before.get(), order))
                : changeCase
                        .change(present.id(), stored -> stored.ordered(order, clock.instant()))
                        .map(changed -> outcome(changed, order));
    }

    /** An act that is on the case already before the change is a twin's, which was faster. */
    private static Outcome outcome(ChangeCase.Changed changed, Order order) {
        Optional<Act> before = changed.before().file().handling().actOf(order.receipt());
        if (before.isPresent()) {
            return again(changed.before(), before.get(), order);
        }
        return changed.before()
                .stops(order)
                .<Outcome>map(Outcome.Stopped::new)
                .orElseGet(() -> new Outcome.Carried(changed.after()));
    }

    private static Outcome again(CorrectionCase present, Act before, Order order) {
        return order.receipt().equals(before.receipt()) ? new Outcome.Replayed(present) : new Outcome.KeyReused();
    }

    /** A key belongs to the organisation that made it; what is stored shows neither it nor the text. */
    private Receipt receipt(Request request, String said) {
        return new Receipt(
                blindIndex.of(
                        "correction.act-key",
                        request.by().organisation() + ":" + request.key().value()),
                blindIndex.of("correction.act", request.id().value() + ":" + said));
    }
}
