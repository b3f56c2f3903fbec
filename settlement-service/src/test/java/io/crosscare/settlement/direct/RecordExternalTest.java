package io.crosscare.settlement.direct;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosscare.settlement.Faults;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.chain.InMemoryChain;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.chain.model.External;
import io.crosscare.settlement.chain.model.External.CorePayment;
import io.crosscare.settlement.chain.model.External.Manner;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.SettlementFlag;
import io.crosscare.settlement.direct.SettleOutcome.Settled;
import io.crosscare.settlement.external.HearFeed;
import io.crosscare.settlement.external.RecordExternal.Outcome;
import io.crosscare.settlement.visit.model.Visit;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a core system paid is in the chain once, in the core's order, and counts at the next settlement. */
class RecordExternalTest {

    private static final Counters DEDUCTIBLE_USED = Counters.of("2019/deductible.outpatient", 15_000);

    private final Faults faults = Faults.none();
    private final SettlingWorld world = SettlingWorld.onFakes(faults);

    @Test
    void countsWhatTheCoreHasPaidAtTheNextSettlement() {
        world.openD01();
        Settlement without = ((Settled) world.settle(world.visitD01('a'), "key-1")).settlement();
        world.cancel(without, "cancel");

        Outcome outcome = world.external("key-1", payment("N1", 1), DEDUCTIBLE_USED);
        Settlement with = ((Settled) world.settle(world.visitD01('b'), "key-2")).settlement();

        assertThat(outcome).isInstanceOfSatisfying(Outcome.InChain.class, in -> {
            assertThat(in.isReplay()).isFalse();
            assertThat(in.entry().link().after().value("externals")).isEqualTo(1);
        });
        assertThat(without.amounts().deductible().fen()).isEqualTo(15_000);
        assertThat(with.amounts().deductible().isZero()).isTrue();
    }

    @Test
    void tellsTheSameAgainUnderAnyKeyAndRefusesOtherContent() {
        Outcome first = world.external("key-1", payment("N1", 1), DEDUCTIBLE_USED);
        world.external("key-2", payment("N2", 2), DEDUCTIBLE_USED);

        External entry = (External) ((Outcome.InChain) first).entry();
        assertThat(world.external("key-1", payment("N1", 1), DEDUCTIBLE_USED))
                .isEqualTo(new Outcome.InChain(entry, true));
        assertThat(world.external("key-3", payment("N1", 1), DEDUCTIBLE_USED))
                .isEqualTo(new Outcome.InChain(entry, true));
        assertThat(world.external("key-4", payment("N1", 1), DEDUCTIBLE_USED.negate()))
                .isEqualTo(new Outcome.Taken(entry));
        assertThat(world.external("key-5", payment("N3", 1), DEDUCTIBLE_USED)).isEqualTo(new Outcome.Taken(entry));
        assertThat(world.external("key-6", payment("N1", 3), DEDUCTIBLE_USED)).isEqualTo(new Outcome.Taken(entry));
        assertThat(world.external("key-1", payment("N4", 3), DEDUCTIBLE_USED)).isEqualTo(new Outcome.KeyUsed());
        assertThat(externals()).isEqualTo(2);
    }

    @Test
    void refusesWhatComesTooEarlyAndLeavesItsKeyFree() {
        assertThat(world.external("key-2", payment("N2", 2), DEDUCTIBLE_USED)).isEqualTo(new Outcome.TooEarly(1));
        world.external("key-1", payment("N1", 1), DEDUCTIBLE_USED);

        assertThat(world.external("key-2", payment("N2", 2), DEDUCTIBLE_USED)).isInstanceOf(Outcome.InChain.class);
    }

    @Test
    void mayExceedACeilingButNeverOverdrawsTheAccount() {
        Counters muchPaid = Counters.of("2019/pooled.outpatient", 900_000_000L);
        assertThat(world.external("key-1", payment("N1", 1), muchPaid)).isInstanceOf(Outcome.InChain.class);

        assertThat(world.external("key-2", payment("N2", 2), Counters.of("account", -1)))
                .isEqualTo(new Outcome.BelowZero("account"));
        assertThat(world.external("key-3", payment("N2", 2), muchPaid.negate())).isInstanceOf(Outcome.InChain.class);
        assertThat(world.counters()).isEqualTo(Counters.of("externals", 2));
    }

    @ParameterizedTest(name = "write {0}, after it: {1}")
    @CsvSource({"1, false", "1, true", "2, false", "2, true", "3, false", "3, true"})
    void isWrittenOnceWhereverItsProcessStops(int write, boolean afterIt) {
        faults.failAt(write, afterIt);
        assertThatThrownBy(() -> world.external("key-1", payment("N1", 1), DEDUCTIBLE_USED))
                .isInstanceOf(Faults.Stopped.class);
        faults.stop();
        world.sweepLater();

        assertThat(world.external("key-1", payment("N1", 1), DEDUCTIBLE_USED)).isInstanceOf(Outcome.InChain.class);
        assertThat(externals()).isEqualTo(1);
        assertThat(await(world.intents.unpublished(10).collectList())).hasSize(1);
    }

    @Test
    void settlesWithoutAFlagWhereThereIsNoFeedOrItIsFresh() {
        world.openD01();
        assertThat(flagsOf(world.visitD01('a'), "key-1")).doesNotContain(SettlementFlag.EXTERNAL_FEED_STALE);

        hear();
        world.clock.advance(Duration.ofHours(26));
        assertThat(flagsOf(world.visitD01('b'), "key-2")).doesNotContain(SettlementFlag.EXTERNAL_FEED_STALE);
    }

    @Test
    void flagsASettlementBesideASilentFeed() {
        world.openD01();
        hear();
        world.clock.advance(Duration.ofHours(27));

        assertThat(flagsOf(world.visitD01('a'), "key-1")).contains(SettlementFlag.EXTERNAL_FEED_STALE);
    }

    private Set<SettlementFlag> flagsOf(Visit visit, String key) {
        return ((Settled) world.settle(visit, key)).settlement().flags();
    }

    private void hear() {
        await(new HearFeed(world.feeds, world.clock).hear(Entries.ZHENJIANG, world.clock.instant()));
    }

    private static CorePayment payment(String number, long sequence) {
        return new CorePayment(number, sequence, Manner.LOCAL, LocalDate.of(2019, 9, 1), ServiceType.OUTPATIENT);
    }

    private long externals() {
        return ((InMemoryChain) world.chain)
                .entries().stream().filter(External.class::isInstance).count();
    }
}
