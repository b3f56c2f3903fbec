package io.crosscare.settlement.direct;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.settlement.Faults;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.chain.InMemoryChain;
import io.crosscare.settlement.chain.model.AccountCredit;
import io.crosscare.settlement.chain.model.Closing;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.External.CorePayment;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.external.RecordExternal.Outcome;
import io.crosscare.settlement.intent.RecordIntent.Recorded;
import io.crosscare.settlement.intent.model.Intent;
import io.crosscare.settlement.intent.model.Intent.Content;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a closed chain does not take is refused: nothing of it is left to be done, and its key is free. */
class ClosedChainTest {

    private final Faults faults = Faults.none();
    private final SettlingWorld world = SettlingWorld.onFakes(faults);

    @BeforeEach
    void close() {
        assertThat(record("close", EntryKind.CLOSING, closing()).entry()).isInstanceOf(Closing.class);
    }

    @Test
    void leavesNothingToBeDoneOfACreditThatItRefuses() {
        Recorded refused = credit("credit", 700);

        assertThat(refused.entry()).isInstanceOf(Closing.class);
        assertThat(leftOpen()).isEmpty();
        world.sweepLater();
        open();
        world.sweepLater();
        assertThat(credits()).as("nobody credits what was refused").isEmpty();
    }

    @Test
    void hasACreditPublishedThatItTakesOnceItIsOpenAgain() {
        credit("credit", 700);
        open();

        Recorded credited = credit("credit", 700);

        assertThat(credited.isReplay()).isFalse();
        assertThat(credits()).containsExactly(credited.entry());
        assertThat(unpublished()).contains(credited.entry().id().value());
        assertThat(credit("credit", 700)).isEqualTo(new Recorded(credited.entry(), true));
    }

    @Test
    void takesOtherContentUnderTheKeyOfACreditThatItRefused() {
        credit("credit", 700);
        open();

        assertThat(credit("credit", 900).entry())
                .isInstanceOfSatisfying(
                        AccountCredit.class,
                        credit -> assertThat(credit.amount()).isEqualTo(Money.ofFen(900)));

        assertThatThrownBy(() -> credit("credit", 700)).isInstanceOf(ProblemException.class);
    }

    @Test
    void closesOnceMoreUnderTheKeyOfAClosingThatItRefused() {
        assertThat(record("again", EntryKind.CLOSING, closing()).isReplay()).isTrue();
        open();

        Recorded closed = record("again", EntryKind.CLOSING, closing());

        assertThat(closed.isReplay()).isFalse();
        assertThat(unpublished()).contains(closed.entry().id().value());
    }

    @ParameterizedTest(name = "write {0}, after it: {1}")
    @CsvSource({"1, false", "1, true", "2, false", "2, true", "3, false", "3, true"})
    void creditsOnceWhereverTheProcessStopsThatComesAgain(int write, boolean afterIt) {
        credit("credit", 700);
        open();
        faults.failAt(write, afterIt);
        assertThatThrownBy(() -> credit("credit", 700)).isInstanceOf(Faults.Stopped.class);
        faults.stop();
        world.sweepLater();

        credit("credit", 700);

        assertThat(credits()).hasSize(1);
        assertThat(unpublished()).contains(credits().getFirst().id().value());
        assertThat(leftOpen()).isEmpty();
    }

    @ParameterizedTest(name = "write {0}, after it: {1}")
    @CsvSource({"1, false", "1, true", "2, false", "2, true"})
    void refusesWhereverTheProcessStopsThatIsRefused(int write, boolean afterIt) {
        faults.failAt(write, afterIt);
        assertThatThrownBy(() -> credit("credit", 700)).isInstanceOf(Faults.Stopped.class);
        faults.stop();
        world.sweepLater();

        assertThat(leftOpen()).isEmpty();
        assertThat(credits()).isEmpty();
    }

    @Test
    void tellsAgainWhatACoreSystemHadPaidBefore() {
        open();
        CorePayment payment = Entries.payment(1);
        Counters moves = Counters.of("2019/deductible.outpatient", 15_000);
        Entry paid = ((Outcome.InChain) world.external("paid", payment, moves)).entry();
        record("closed again", EntryKind.CLOSING, closing());

        assertThat(world.external("paid", payment, moves)).isEqualTo(new Outcome.InChain(paid, true));
        assertThat(world.external("another key", payment, moves)).isEqualTo(new Outcome.InChain(paid, true));
        assertThat(world.external("next", Entries.payment(2), moves)).isInstanceOf(Outcome.Taken.class);
    }

    private static Content closing() {
        return new Content.ClosingContent(Entries.SHANGHAI, LocalDate.of(2019, 12, 31));
    }

    private void open() {
        record(
                "open " + world.clock.instant(),
                EntryKind.OPENING,
                new Content.OpeningContent(Counters.of(Map.of("2019/pooled.outpatient", 120_000L))));
    }

    private Recorded credit(String key, long fen) {
        return record(key, EntryKind.ACCOUNT_CREDIT, new Content.CreditContent(Money.ofFen(fen)));
    }

    private Recorded record(String key, EntryKind kind, Content content) {
        return await(world.recordIntent.record(new Intent(
                Entries.PERSON,
                Entries.ZHENJIANG,
                Key.of(Entries.ZHENJIANG.value(), kind, key),
                content,
                "补办",
                "agency-zhenjiang",
                world.clock.instant(),
                null)));
    }

    private List<Entry> credits() {
        return ((InMemoryChain) world.chain)
                .entries().stream().filter(AccountCredit.class::isInstance).toList();
    }

    private List<String> unpublished() {
        return await(
                world.intents.unpublished(100).map(one -> one.entry().value()).collectList());
    }

    private List<Intent> leftOpen() {
        return await(world.intents
                .openSince(world.clock.instant().plusSeconds(60), 100)
                .collectList());
    }
}
