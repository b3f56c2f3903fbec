package io.crosscare.settlement.chain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.chain.model.Posting.Party;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every entry keeps. */
class EntryTest {

    private final Head empty = Head.empty(Entries.PERSON);

    @Test
    void numbersEntriesFromOneAndChainsThemByHash() {
        Opening first = Entries.opening(empty, "one");
        AccountCredit second = Entries.credit(Head.of(first), "two");

        assertThat(first.id().value()).isEqualTo(Entries.PERSON + ":0000000001");
        assertThat(first.link().prevHash()).isEqualTo(ContentHash.NONE);
        assertThat(second.link().seq()).isEqualTo(2);
        assertThat(second.link().prevHash()).isEqualTo(first.hash());
        assertThat(EntryId.parse(second.id().value())).isEqualTo(second.id());
    }

    @Test
    void addsItsDeltaToWhatWasBefore() {
        Opening opening = Entries.opening(empty, "one");
        AccountCredit credit = Entries.credit(Head.of(opening), "two");
        Settlement settlement = Entries.settlement(Head.of(credit), "three", Entries.visit('a'));

        assertThat(settlement.link().before()).isEqualTo(credit.link().after());
        assertThat(settlement.link().after())
                .isEqualTo(
                        Counters.of(Map.of("2019/deductible.outpatient", 50_000L, "2019/pooled.outpatient", 170_888L)));
    }

    @Test
    void isNeverRecordedBeforeItsPredecessor() {
        Head head = Head.of(Entries.opening(empty, "one"));

        Link link = head.next(Entries.NOW.minus(Duration.ofHours(1)), Counters.NONE);

        assertThat(link.recordedAt()).isEqualTo(head.recordedAt());
    }

    @Test
    void isRecordedToTheMillisecond() {
        Link link = empty.next(Entries.NOW.plusNanos(999_999), Counters.NONE);

        assertThat(link.recordedAt()).isEqualTo(Entries.NOW);
    }

    @Test
    void saysWhoReceivesAndWhoBears() {
        Settlement settlement = Entries.settlement(Entries.headWithAccount(), "one", Entries.visit('a'));

        assertThat(settlement.postings())
                .containsExactly(
                        new Posting(Party.INSTITUTION, Money.ofFen(101_355)),
                        new Posting(Party.POOLED_FUND, Money.ofFen(-50_888)),
                        new Posting(Party.PERSONAL_ACCOUNT, Money.ofFen(-20_000)),
                        new Posting(Party.CASH, Money.ofFen(-30_467)));
        assertThat(List.of(Entries.opening(empty, "one"), Entries.credit(empty, "two"), settlement))
                .allSatisfy(entry -> assertThat(entry.postings().stream()
                                .mapToLong(one -> one.amount().fen())
                                .sum())
                        .isZero());
    }

    @Test
    void undoesASettlementByMinusAllThatItMoved() {
        Settlement settlement = Entries.settlement(Entries.headWithAccount(), "one", Entries.visit('a'));
        AccountCredit later = Entries.credit(Head.of(settlement), "later");

        Undo undo = Entries.undo(Head.of(later), settlement, EntryKind.CANCELLATION, "undo");

        assertThat(undo.link().delta()).isEqualTo(settlement.link().delta().negate());
        assertThat(undo.link().after()).isEqualTo(Counters.of("account", 40_000));
        assertThat(undo.postings())
                .containsExactlyElementsOf(
                        settlement.postings().stream().map(Posting::negate).toList());
        assertThat(undo.key()).isEqualTo(Key.undoOf(settlement.key()));
        assertThat(undo.key())
                .isEqualTo(Entries.undo(settlement, EntryKind.REVERSAL, "other").key());
    }

    @Test
    void undoesNothingButAnEarlierSettlementOfTheSameChain() {
        Settlement settlement = Entries.settlement(Entries.headWithAccount(), "one", Entries.visit('a'));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Entries.undo(settlement, EntryKind.SETTLEMENT, "undo"))
                .withMessageContaining("cancellation or a reversal");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Entries.undo(Entries.headWithAccount(), settlement, EntryKind.CANCELLATION, "undo"))
                .withMessageContaining("follows its original");
    }

    @Test
    void voidsAKeyWithoutMovingAnything() {
        VoidedKey voided = Entries.voided(Entries.headWithAccount(), "late", "reversal");

        assertThat(voided.key()).isEqualTo(Entries.key("late"));
        assertThat(voided.postings()).isEmpty();
        assertThat(voided.link().after()).isEqualTo(voided.link().before());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VoidedKey(
                        Entries.headWithAccount().next(Entries.NOW, Counters.of("account", 1)),
                        voided.key(),
                        voided.requestHash(),
                        Entries.ZHENJIANG,
                        Entries.ZHONGSHAN,
                        voided.callerKey()));
    }

    @Test
    void neverOverdrawsTheAccount() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Entries.settlement(empty, "one", Entries.visit('a')))
                .withMessageContaining("overdrawn");
    }

    @Test
    void movesTheAccountByWhatItPays() {
        Counters other = Counters.of("account", -19_999);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Entries.settlement(Entries.headWithAccount(), "one", Entries.visit('a'), other))
                .withMessageContaining("moves by what it pays");
    }

    @Test
    void refusesAFirstEntryThatFollowsSomethingAndALaterOneThatFollowsNothing() {
        ContentHash some = Entries.opening(empty, "one").hash();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Link(Entries.PERSON, 1, some, Entries.NOW, Counters.NONE, Counters.NONE));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Link(Entries.PERSON, 2, ContentHash.NONE, Entries.NOW, Counters.NONE, Counters.NONE));
    }

    @Test
    void tellsTheKeysOfDifferentCallersApartAndShowsNone() {
        Key one = Key.of("H31000000001", EntryKind.SETTLEMENT, "9999");
        Key other = Key.of("H31000000002", EntryKind.SETTLEMENT, "9999");

        assertThat(one).isNotEqualTo(other);
        assertThat(one.hash()).isNotEqualTo(other.hash());
        assertThat(one.toString()).doesNotContain("9999");
    }

    @Test
    void readsScopesAsItWritesThem() {
        assertThat(Scope.parse("BATCH-DISCHARGE")).isEqualTo(new Scope.Batch("DISCHARGE"));
        assertThat(Scope.parse("DISCHARGE")).isEqualTo(new Scope.Discharge());
        assertThat(Slot.of(Entries.visit('a'), new Scope.Batch("1")).value())
                .isEqualTo(Entries.visit('a') + ":BATCH-1:0");
        assertThatIllegalArgumentException().isThrownBy(() -> Scope.parse("ELSE"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Scope.Batch("1:2"));
    }
}
