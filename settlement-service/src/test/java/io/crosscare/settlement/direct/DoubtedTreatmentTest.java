package io.crosscare.settlement.direct;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.Faults;
import io.crosscare.settlement.benefit.Warning;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.SettlementFlag;
import io.crosscare.settlement.direct.PreviewSettlement.Preview;
import io.crosscare.settlement.direct.SettleOutcome.Settled;
import io.crosscare.settlement.direct.model.LineReturn;
import io.crosscare.settlement.direct.model.Recomputation;
import io.crosscare.settlement.eligibility.Facts;
import io.crosscare.settlement.eligibility.model.FilingFacts;
import io.crosscare.settlement.visit.TestVisits;
import io.crosscare.settlement.visit.model.Registration;
import io.crosscare.settlement.visit.model.Visit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a hospital says of a special treatment is taken, but never silently: the insured region confirms it (domain.md §2.1 no. 11). */
class DoubtedTreatmentTest {

    private final SettlingWorld world = SettlingWorld.onFakes(Faults.none());

    @ParameterizedTest(name = "{0}: the visit says {1}, the filing {2}: {3}")
    @CsvSource({
        "TRANSFER, ST04, , TREATMENT_UNCONFIRMED",
        "TRANSFER, ST05, ST04, TREATMENT_NOT_AS_FILED",
        "TRANSFER, ST04, ST04, ",
        "TRANSFER, , ST04, ",
        "TRANSFER, , , ",
        "LONG_TERM_RESIDENT, ST04, , "
    })
    void warnsOfItAndMarksTheSettlement(
            String category, @Nullable String said, @Nullable String confirmed, @Nullable String doubt) {
        world.copies.keep(filing(category, confirmed)).block();
        Visit visit = visit(said);

        Preview previewed = await(world.previewSettlement.preview(visit, "1", null, false));
        Settlement settled = ((Settled) world.settle(visit, "key")).settlement();

        List<String> expected = doubt == null ? List.of() : List.of(doubt);
        assertThat(doubtsIn(((Preview.Previewed) previewed)
                        .warnings().stream().map(Warning::code).map(Enum::name).toList()))
                .isEqualTo(expected);
        assertThat(doubtsIn(settled.flagsInOrder().stream()
                        .map(SettlementFlag::name)
                        .toList()))
                .isEqualTo(expected);
    }

    @Test
    void keepsTheMarkOnWhatAPartRefundLeaves() {
        world.copies.keep(filing("TRANSFER", null)).block();
        Settlement settled = ((Settled) world.settle(visit("ST04"), "key")).settlement();

        Settlement rest = world.adjust(settled, "back", new LineReturn(3, 10_000, Money.ofFen(4_200)))
                .adjustment();

        assertThat(rest.flags()).containsExactly(SettlementFlag.TREATMENT_UNCONFIRMED);
        assertThat(world.recompute(rest)).isInstanceOf(Recomputation.Same.class);
    }

    private static List<String> doubtsIn(List<String> words) {
        List<String> doubts = new ArrayList<>(words);
        doubts.removeIf(word -> !word.startsWith("TREATMENT_"));
        return doubts;
    }

    private static FilingFacts filing(String category, @Nullable String confirmed) {
        FilingFacts filing = Facts.filing(Entries.PERSON, category, Facts.SHANGHAI, "2019-05-01", null);
        return new FilingFacts(
                filing.id(),
                filing.person(),
                filing.careRegion(),
                category,
                filing.effectiveFrom(),
                null,
                filing.state(),
                confirmed,
                2);
    }

    private Visit visit(@Nullable String said) {
        Registration plain = TestVisits.registration('a', ServiceType.OUTPATIENT);
        Visit.Open visit = Visit.registered(
                plain.with(plain.serviceType(), plain.startedOn(), null, plain.cardKind(), plain.visitNumber(), said));
        await(world.visits.register(visit));
        Visit.Open filled = visit.withLines(
                await(world.visits.storeChunk(visit.id(), SettlingWorld.LINES_D01)), SettlingWorld.LINES_D01);
        await(world.visits.replace(filled));
        return filled;
    }
}
