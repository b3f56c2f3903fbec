package io.crosscare.settlement.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import io.crosscare.settlement.audit.model.Invariant;
import io.crosscare.settlement.audit.model.InvariantResult;
import io.crosscare.settlement.audit.model.Violation;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each corruption of {@link PlantedCorruptions} is caught by the invariant that should, by no other, under the name of the
 * record.
 */
@Execution(ExecutionMode.CONCURRENT)
class PlantedCorruptionIT {

    private final PlantedCorruptions planted = new PlantedCorruptions();

    /** Breaks the store in one way and says which record must be named. */
    interface Plant extends Function<PlantedCorruptions, String> {}

    private static Arguments planted(String what, Invariant caughtBy, Plant plant) {
        return Arguments.of(what, caughtBy, plant);
    }

    static Stream<Arguments> corruptions() {
        return Stream.of(
                planted("an answered settlement cut off the end", Invariant.I1, PlantedCorruptions::cutOffTheEnd),
                planted("a visit naming a settlement that is not there", Invariant.I1, PlantedCorruptions::nameNothing),
                planted("a visit naming another's settlement", Invariant.I1, PlantedCorruptions::nameAnothers),
                planted("an event of an entry the chain never had", Invariant.I1, PlantedCorruptions::publishNothing),
                planted("a noted head beyond the chain", Invariant.I1, PlantedCorruptions::hintBeyond),
                planted("an undo cut off, named by its intent", Invariant.I1, PlantedCorruptions::cutOffAVoid),
                planted("two entries under one key", Invariant.I2, PlantedCorruptions::keyTwice),
                planted("an answer of other content", Invariant.I2, PlantedCorruptions::answerOther),
                planted("a second live settlement of a scope", Invariant.I3, PlantedCorruptions::settleTwice),
                planted("a fee line in two live settlements", Invariant.I3, PlantedCorruptions::lineTwice),
                planted("a slot register rewritten", Invariant.I3, PlantedCorruptions::rewriteSlot),
                planted("one fen added to an amount", Invariant.I4, PlantedCorruptions::oneFen),
                planted("one fen added to a posting", Invariant.I4, PlantedCorruptions::oneFenPosted),
                planted(
                        "postings of another split that still sum to zero",
                        Invariant.I4,
                        PlantedCorruptions::postOther),
                planted("an undo of a wrong amount, sealed", Invariant.I5, PlantedCorruptions::undoOther),
                planted("a settlement undone twice", Invariant.I5, PlantedCorruptions::undoTwice),
                planted("a void key that settled", Invariant.I6, PlantedCorruptions::voidSettled),
                planted("an event never delivered", Invariant.I8, PlantedCorruptions::loseEvent),
                planted("an event delivered with other content", Invariant.I8, PlantedCorruptions::deliverOther),
                planted("an event waiting on its visit", Invariant.I8, PlantedCorruptions::waitOnVisit),
                planted("an event waiting on its intent", Invariant.I8, PlantedCorruptions::waitOnIntent),
                planted("a refusal never published", Invariant.I8, PlantedCorruptions::refusalWaits),
                planted(
                        "a visit that does not know its settlement",
                        Invariant.I8,
                        PlantedCorruptions::forgetSettlement),
                planted("a visit gone from the store", Invariant.I8, PlantedCorruptions::deleteVisit),
                planted("a visit naming an undone settlement", Invariant.I8, PlantedCorruptions::nameUndone),
                planted("a copy that missed a change of its owner", Invariant.I8, PlantedCorruptions::missChange),
                planted("a copy ahead of its owner", Invariant.I8, PlantedCorruptions::runAhead),
                planted("a copied person gone", Invariant.I8, PlantedCorruptions::loseCopy),
                planted("a missing entry", Invariant.I9, PlantedCorruptions::deleteEntry),
                planted("a fork: another entry for a place", Invariant.I9, PlantedCorruptions::forkPlace),
                planted("a fork: another entry behind the same one", Invariant.I9, PlantedCorruptions::forkPrevious),
                planted("an altered hash", Invariant.I9, PlantedCorruptions::alterHash),
                planted("an altered request hash", Invariant.I9, PlantedCorruptions::alterContent),
                planted("an overdrawn account", Invariant.I9, PlantedCorruptions::overdraw),
                planted("after that is not before plus delta", Invariant.I9, PlantedCorruptions::wrongSum),
                planted("a policy ceiling exceeded, sealed", Invariant.I9, PlantedCorruptions::exceedCeiling),
                planted("an entry in a bucket that is not its person's", Invariant.I9, PlantedCorruptions::otherBucket),
                planted("an entry in no bucket", Invariant.I9, PlantedCorruptions::noBucket),
                planted("an entry of no known kind", Invariant.I9, PlantedCorruptions::unknownKind),
                planted("an entry that is garbage", Invariant.I9, PlantedCorruptions::garbage),
                planted("a field too many", Invariant.I9, PlantedCorruptions::strayField),
                planted("time running back, sealed", Invariant.I9, PlantedCorruptions::timeBack),
                planted("a fen moved from fund to cash, sealed", Invariant.I10, PlantedCorruptions::moveAFen),
                planted("a bill altered", Invariant.I10, PlantedCorruptions::alterBill),
                planted("a bill gone", Invariant.I10, PlantedCorruptions::deleteBill),
                planted(
                        "an undo with other care than its original, sealed",
                        Invariant.I10,
                        PlantedCorruptions::undoElsewhere),
                planted("a wrong fold, sealed", Invariant.I11, PlantedCorruptions::wrongFold),
                planted("a noted head with other counters", Invariant.I11, PlantedCorruptions::wrongHint));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @MethodSource("corruptions")
    void catchesEachByTheInvariantThatShould(String what, Invariant caughtBy, Plant plant) {
        String record = plant.apply(planted);

        List<InvariantResult> results = planted.world.audit();

        List<Violation> found =
                results.stream().flatMap(result -> result.listed().stream()).toList();
        assertThat(found)
                .as(what)
                .isNotEmpty()
                .allSatisfy(violation -> assertThat(violation.invariant()).isEqualTo(caughtBy))
                .anySatisfy(violation -> assertThat(violation.record()).isEqualTo(record));
        assertThat(results.stream().filter(result -> result.state() != InvariantResult.State.HELD))
                .as(what)
                .hasSize(1);
    }

    @Test
    void findsNothingInTheSoundStore() {
        List<InvariantResult> results = planted.world.audit();

        assertThat(results).allSatisfy(result -> {
            assertThat(result.listed()).isEmpty();
            assertThat(result.state()).isEqualTo(InvariantResult.State.HELD);
            assertThat(result.checked()).as(result.invariant() + "").isPositive();
        });
    }

    @Test
    void namesEveryBillAndGoesOnWhereAPolicyIsAltered() {
        planted.world.update("policies", planted.world.policy.hash(), Updates.set("text", "name: another"));

        List<InvariantResult> results = planted.world.audit();

        assertThat(results.stream().filter(result -> result.violated() > 0))
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.invariant()).isEqualTo(Invariant.I10);
                    assertThat(result.violated()).isEqualTo(5);
                });
    }
}
