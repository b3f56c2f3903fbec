package io.crosscare.settlement.audit;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.TestDatabase;
import io.crosscare.settlement.audit.model.Invariant;
import io.crosscare.settlement.audit.model.InvariantResult;
import io.crosscare.settlement.audit.model.Violation;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.benefit.model.SplitAmounts;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Link;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.Settlement.Replaced;
import io.crosscare.settlement.chain.model.Undo;
import io.crosscare.settlement.chain.mongo.EntryForge;
import io.crosscare.settlement.direct.model.LineReturn;
import io.crosscare.settlement.visit.model.Visit;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What an audit finds of adjustments: nothing in a sound store, and each forgery by the invariant that should. */
class PlantedAdjustmentsIT {

    private static final PersonId FRIEDA = AuditedWorld.person('f');
    private static final LineReturn HALF = new LineReturn(1, 5_000, Money.ofFen(29_250));

    private final AuditedWorld world = new AuditedWorld(TestDatabase.with(List.of()));

    /** Frieda's chain: 1 opening, 2 settlement, 3 its adjustment. */
    private final Settlement replaced;

    private final Settlement adjustment;

    PlantedAdjustmentsIT() {
        world.open(FRIEDA, Map.of("2019/deductible.outpatient", 50_000L));
        replaced = world.settle(FRIEDA, 58_500);
        adjustment = world.adjust(replaced, HALF);
    }

    @Test
    void findsNothingWhereABillWasAdjustedAndCancelled() {
        world.cancel(world.adjust(adjustment, new LineReturn(1, 1_000, Money.ofFen(5_850))));
        world.settle((Visit.Open) await(world.visits.find(replaced.care().visit())), "1", 1);

        assertThat(world.audit())
                .allSatisfy(result -> assertThat(result.listed())
                        .as(result.invariant().name())
                        .isEmpty());
    }

    @Test
    void catchesASecondSettlementOfAnAdjustedScope() {
        Visit visit = await(world.visits.find(replaced.care().visit()));
        Settlement second = world.settlement(visit, "1", 1, Entries.key("beside"), AuditedWorld::asComputed);
        world.forge(FRIEDA).append(second);
        world.deliver(FRIEDA);

        assertFound(Invariant.I3, second.id().value());
    }

    @Test
    void catchesAnAdjustmentOfOtherAmountsThanItsOriginals() {
        Replaced replaces = replacedBy(adjustment);
        String id = forge(one -> with(
                one,
                one.link(),
                one.key(),
                one.amounts(),
                new Replaced(
                        replaces.original(),
                        oneFenLessByTheFund(replaces.amounts()),
                        replaces.counted(),
                        replaces.callerKey())));

        assertFound(Invariant.I5, id);
    }

    @Test
    void catchesAnAdjustmentThatTakesBackOtherCounters() {
        Replaced replaces = replacedBy(adjustment);
        Counters fen = Counters.of("2019/pooled.outpatient", 1);
        String id = forge(one -> with(
                one,
                EntryForge.counted(
                        one.link(), one.link().before(), one.link().delta().plus(fen.negate())),
                one.key(),
                one.amounts(),
                new Replaced(
                        replaces.original(),
                        replaces.amounts(),
                        replaces.counted().plus(fen),
                        replaces.callerKey())));

        assertFound(Invariant.I5, id);
    }

    @Test
    void catchesASettlementAdjustedAndUndone() {
        Undo undo = Entries.undo(await(world.chain.head(FRIEDA)), replaced, EntryKind.CANCELLATION, "undo");
        Undo second = new Undo(
                undo.link(),
                undo.kind(),
                Key.undoOf(Entries.key("another")),
                undo.requestHash(),
                undo.original(),
                undo.care(),
                undo.undone(),
                undo.callerKey());
        world.forge(FRIEDA).append(second);
        world.deliver(FRIEDA);

        assertFound(Invariant.I5, second.id().value());
    }

    @Test
    void catchesARestOfWhichAFenWasMoved() {
        Counters fen = Counters.of("2019/pooled.outpatient", -1);
        String id = forge(one -> with(
                one,
                EntryForge.counted(
                        one.link(), one.link().before(), one.link().delta().plus(fen)),
                one.key(),
                oneFenLessByTheFund(one.amounts()),
                replacedBy(one)));

        assertFound(Invariant.I10, id);
    }

    @Test
    void catchesAVisitThatStillNamesWhatWasReplaced() {
        Visit visit = await(world.visits.find(replaced.care().visit()));
        await(world.visits.replace(visit.adjusted(adjustment.id(), replaced.id())));

        assertFound(Invariant.I8, visit.id().value());
    }

    private String forge(UnaryOperator<Settlement> forgery) {
        EntryForge forge = world.forge(FRIEDA);
        forge.replace(3, entry -> forgery.apply((Settlement) entry));
        world.deliver(FRIEDA);
        return forge.id(3);
    }

    private void assertFound(Invariant caughtBy, String record) {
        List<InvariantResult> results = world.audit();
        List<Violation> found =
                results.stream().flatMap(result -> result.listed().stream()).toList();
        assertThat(found)
                .isNotEmpty()
                .allSatisfy(violation -> assertThat(violation.invariant()).isEqualTo(caughtBy))
                .anySatisfy(violation -> assertThat(violation.record()).isEqualTo(record));
    }

    private static Replaced replacedBy(Settlement adjustment) {
        Replaced replaced = adjustment.replaced();
        if (replaced == null) {
            throw new AssertionError("no adjustment");
        }
        return replaced;
    }

    private static Settlement with(Settlement one, Link link, Key key, SplitAmounts amounts, Replaced replaces) {
        return new Settlement(
                link,
                key,
                one.requestHash(),
                one.care(),
                one.generation(),
                amounts,
                one.basis(),
                one.answerVersion(),
                one.invoiceNumber(),
                one.flags(),
                replaces);
    }

    private static SplitAmounts oneFenLessByTheFund(SplitAmounts amounts) {
        return PlantedCorruptions.oneFenLessByTheFund(amounts);
    }
}
