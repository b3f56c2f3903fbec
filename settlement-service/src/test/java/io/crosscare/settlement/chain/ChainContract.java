package io.crosscare.settlement.chain;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.chain.AppendOutcome.Appended;
import io.crosscare.settlement.chain.AppendOutcome.KeyTaken;
import io.crosscare.settlement.chain.AppendOutcome.SeqTaken;
import io.crosscare.settlement.chain.AppendOutcome.SlotTaken;
import io.crosscare.settlement.chain.model.Closing;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.External;
import io.crosscare.settlement.chain.model.Head;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.Slot;
import io.crosscare.settlement.chain.model.SlotHolder;
import io.crosscare.settlement.chain.model.Undo;
import io.crosscare.settlement.chain.model.Veto;
import io.crosscare.settlement.chain.model.VoidedKey;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** What every chain keeps. */
public abstract class ChainContract {

    /** A chain in which nobody has an entry. */
    protected abstract Chain chain();

    @Test
    void beginsEmpty() {
        assertThat(await(chain().head(Entries.PERSON))).isEqualTo(Head.empty(Entries.PERSON));
        chain().byId(new EntryId(Entries.PERSON, 1)).as(StepVerifier::create).verifyComplete();
    }

    @Test
    void givesBackWhatWasAppendedByPlaceKeyAndSlot() {
        Chain chain = chain();
        append(chain, Entries.opening(Head.empty(Entries.PERSON), "one"));
        append(chain, Entries.credit(head(chain), "two"));
        Settlement settlement = Entries.settlement(head(chain), "three", Entries.visit('a'));

        AppendOutcome outcome = await(chain.append(settlement));

        assertThat(outcome).isEqualTo(new Appended(settlement));
        assertThat(await(chain.byId(settlement.id()))).isEqualTo(settlement);
        assertThat(await(chain.byKey(Entries.PERSON, settlement.key()))).isEqualTo(settlement);
        assertThat(await(chain.bySlot(Entries.PERSON, settlement.slot()))).isEqualTo(settlement);
        assertThat(head(chain)).isEqualTo(Head.of(settlement));
    }

    @Test
    void saysTheKeyIsTakenBeforeTheSlotAndThePlace() {
        Chain chain = chain();
        append(chain, Entries.credit(Head.empty(Entries.PERSON), "one"));
        Settlement settlement = append(chain, Entries.settlement(head(chain), "two", Entries.visit('a')));

        AppendOutcome again = await(chain.append(settlement));

        assertThat(again).isEqualTo(new KeyTaken(settlement));
    }

    @Test
    void saysTheSlotIsTakenBeforeThePlace() {
        Chain chain = chain();
        append(chain, Entries.credit(Head.empty(Entries.PERSON), "one"));
        Head head = head(chain);
        Settlement first = append(chain, Entries.settlement(head, "two", Entries.visit('a')));

        AppendOutcome second = await(chain.append(Entries.settlement(head, "three", Entries.visit('a'))));

        assertThat(second).isEqualTo(new SlotTaken(first));
    }

    @Test
    void saysThePlaceIsTakenWhenNothingElseIs() {
        Chain chain = chain();
        Head empty = Head.empty(Entries.PERSON);
        append(chain, Entries.opening(empty, "one"));

        AppendOutcome second = await(chain.append(Entries.credit(empty, "two")));

        assertThat(second).isEqualTo(new SeqTaken());
        assertThat(head(chain).seq()).isEqualTo(1);
    }

    @Test
    void letsOneOfManyWinAPlace() {
        Chain chain = chain();
        Head empty = Head.empty(Entries.PERSON);

        List<AppendOutcome> outcomes = await(Flux.range(0, 16)
                .flatMap(n -> chain.append(Entries.credit(empty, "key-" + n)).subscribeOn(Schedulers.parallel()))
                .collectList());

        assertThat(outcomes).filteredOn(Appended.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(SeqTaken.class::isInstance).hasSize(15);
    }

    @Test
    void undoesASettlementOnce() {
        Chain chain = chain();
        append(chain, Entries.credit(Head.empty(Entries.PERSON), "one"));
        Settlement settlement = append(chain, Entries.settlement(head(chain), "two", Entries.visit('a')));
        assertThat(await(chain.successorOf(settlement).hasElement())).isFalse();

        Undo undo = append(chain, Entries.undo(head(chain), settlement, EntryKind.CANCELLATION, "three"));
        AppendOutcome again = await(chain.append(Entries.undo(head(chain), settlement, EntryKind.REVERSAL, "four")));

        assertThat(await(chain.successorOf(settlement))).isEqualTo(undo);
        assertThat(await(chain.successorOf(settlement.id()))).isEqualTo(undo);
        assertThat(again).isEqualTo(new KeyTaken(undo));
        assertThat(head(chain).counters().value("account")).isEqualTo(20_000);
    }

    @Test
    void holdsThePaymentsOfACoreSystemInTheirPlaces() {
        Chain chain = chain();
        append(chain, Entries.external(Head.empty(Entries.PERSON), 1, "one"));
        External second = append(chain, Entries.external(head(chain), 2, "two"));

        assertThat(await(chain.byId(second.id()))).isEqualTo(second);
        assertThat(await(chain.byKey(Entries.PERSON, Key.ofCore(Entries.ZHENJIANG, "HX-2"))))
                .isEqualTo(second);
        assertThat(await(chain.bySlot(Entries.PERSON, Slot.ofExternal(2)))).isEqualTo(second);
        assertThat(await(chain.append(Entries.external(
                        Head.of(append(chain, Entries.opening(head(chain), "o"))), 3, "3"))))
                .isInstanceOf(Appended.class);
    }

    @Test
    void holdsAClosingWithItsCertificate() {
        Chain chain = chain();
        append(chain, Entries.opening(Head.empty(Entries.PERSON), "one"));
        append(chain, Entries.credit(head(chain), "two"));

        Closing closing = append(chain, Entries.closing(head(chain), "three"));

        assertThat(await(chain.byId(closing.id()))).isEqualTo(closing);
        assertThat(closing.carried().value("account")).isEqualTo(20_000);
        assertThat(closing.carried().value("2019/pooled.outpatient")).isEqualTo(120_000);
        assertThat(head(chain).counters().value("account")).isZero();
        assertThat(head(chain).counters().value("2019/pooled.outpatient")).isEqualTo(120_000);
    }

    @Test
    void followsASettlementToWhatStandsInItsPlace() {
        Chain chain = chain();
        append(chain, Entries.credit(Head.empty(Entries.PERSON), "one"));
        Settlement settlement = append(chain, Entries.settlement(head(chain), "two", Entries.visit('a')));
        assertThat(await(chain.lastOf(settlement))).isEqualTo(settlement);

        Settlement adjustment = append(chain, Entries.adjustment(head(chain), settlement, "three"));
        assertThat(await(chain.lastOf(settlement.id()))).isEqualTo(adjustment);
        assertThat(await(chain.append(Entries.undo(head(chain), settlement, EntryKind.CANCELLATION, "four"))))
                .isEqualTo(new KeyTaken(adjustment));
        Undo undo = append(chain, Entries.undo(head(chain), adjustment, EntryKind.CANCELLATION, "five"));

        assertThat(await(chain.byId(adjustment.id()))).isEqualTo(adjustment);
        assertThat(await(chain.lastOf(settlement))).isEqualTo(undo);
        assertThat(head(chain).counters().value("account")).isEqualTo(20_000);
    }

    @Test
    void hasTheNextGenerationOfASlotFree() {
        Chain chain = chain();
        append(chain, Entries.credit(Head.empty(Entries.PERSON), "one"));
        Settlement first = append(chain, Entries.settlement(head(chain), "two", Entries.visit('a')));
        append(chain, Entries.undo(head(chain), first, EntryKind.CANCELLATION, "three"));
        Settlement second = Entries.settlement(head(chain), "four", Entries.visit('a'));

        assertThat(await(chain.append(second))).isEqualTo(new SlotTaken(first));
        assertThat(await(chain.append(second.inGeneration(1)))).isInstanceOf(Appended.class);
    }

    @Test
    void letsNoSettlementIntoASlotThatARefusalHolds() {
        Chain chain = chain();
        append(chain, Entries.credit(Head.empty(Entries.PERSON), "one"));
        Settlement late = Entries.settlement(head(chain), "two", Entries.visit('a'));
        Veto veto = veto(late, "1", null);

        assertThat(await(chain.veto(veto))).isEqualTo(veto);

        assertThat(await(chain.append(late))).isEqualTo(new SlotTaken(veto));
        chain.bySlot(Entries.PERSON, late.slot()).as(StepVerifier::create).verifyComplete();
        chain.byKey(Entries.PERSON, late.key()).as(StepVerifier::create).verifyComplete();
        assertThat(head(chain).seq()).isEqualTo(1);
        assertThat(await(chain.append(late.inGeneration(1)))).isInstanceOf(Appended.class);
    }

    @Test
    void letsNoRefusalIntoASlotThatIsHeld() {
        Chain chain = chain();
        append(chain, Entries.credit(Head.empty(Entries.PERSON), "one"));
        Settlement settled = append(chain, Entries.settlement(head(chain), "two", Entries.visit('a')));
        Veto inTheWay = veto(settled.inGeneration(1), "1", settled.id());
        await(chain.veto(inTheWay));

        assertThat(await(chain.veto(veto(settled, "2", null)))).isEqualTo(settled);
        assertThat(await(chain.veto(veto(settled.inGeneration(1), "2", null)))).isEqualTo(inTheWay);
    }

    @Test
    void letsOneOfARefusalAndAnEntryIntoASlot() {
        Chain chain = chain();
        for (int round = 0; round < 20; round++) {
            append(chain, Entries.credit(head(chain), "credit-" + round));
            Settlement settlement =
                    Entries.settlement(head(chain), "key-" + round, Entries.visit((char) ('a' + round)));
            Veto veto = veto(settlement, "1", null);

            var both = await(Mono.zip(
                    chain.append(settlement).subscribeOn(Schedulers.parallel()),
                    chain.veto(veto).subscribeOn(Schedulers.parallel())));

            boolean isSettled = both.getT1() instanceof Appended;
            assertThat(both.getT1()).isEqualTo(isSettled ? new Appended(settlement) : new SlotTaken(veto));
            assertThat(both.getT2()).isEqualTo(isSettled ? settlement : (SlotHolder) veto);
        }
    }

    private static Veto veto(Settlement instead, String bill, @Nullable EntryId inTheWay) {
        return new Veto(
                Entries.PERSON, instead.slot(), bill.repeat(64), "PREVIEW_STALE", LocalDate.of(2019, 9, 10), inTheWay);
    }

    @Test
    void letsNoSettlementInUnderAVoidKey() {
        Chain chain = chain();
        append(chain, Entries.credit(Head.empty(Entries.PERSON), "one"));
        VoidedKey voided = append(chain, Entries.voided(head(chain), "late", "reversal"));

        AppendOutcome late = await(chain.append(Entries.settlement(head(chain), "late", Entries.visit('a'))));

        assertThat(late).isEqualTo(new KeyTaken(voided));
        assertThat(await(chain.byId(voided.id()))).isEqualTo(voided);
    }

    @Test
    void keepsTheKeysOfTwoPersonsApart() {
        Chain chain = chain();
        PersonId other = new PersonId("p" + "b".repeat(26));
        append(chain, Entries.credit(Head.empty(Entries.PERSON), "same"));

        AppendOutcome outcome = await(chain.append(Entries.credit(Head.empty(other), "same")));

        assertThat(outcome).isInstanceOf(Appended.class);
        chain.bySlot(other, Slot.ofSeq(2)).as(StepVerifier::create).verifyComplete();
    }

    @Test
    void findsTheHeadOfALongChainAndReadsItInPages() {
        Chain chain = chain();
        for (int n = 1; n <= 40; n++) {
            append(chain, Entries.credit(head(chain), "key-" + n));
        }

        List<Entry> page = await(chain.from(new EntryId(Entries.PERSON, 31), 20).collectList());

        assertThat(head(chain).seq()).isEqualTo(40);
        assertThat(head(chain).counters().value("account")).isEqualTo(40 * 20_000L);
        assertThat(page)
                .extracting(entry -> entry.link().seq())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(31, 40).boxed().toList());
    }

    private static <E extends Entry> E append(Chain chain, E entry) {
        assertThat(await(chain.append(entry))).isInstanceOf(Appended.class);
        return entry;
    }

    private static Head head(Chain chain) {
        return await(chain.head(Entries.PERSON));
    }
}
