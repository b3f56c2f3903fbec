package io.crosscare.settlement.intent;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.chain.UnpublishedEntries.Published;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.Head;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.Unpublished;
import io.crosscare.settlement.intent.model.Intent;
import io.crosscare.settlement.intent.model.Intent.Content;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** What every store of intents keeps. */
public abstract class IntentsContract {

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final Content CREDIT = new Content.CreditContent(Money.ofFen(20_000));

    private final Intent credit = intent(EntryKind.ACCOUNT_CREDIT, "credit", CREDIT);
    private final Entry credited = credit.entryOn(Head.empty(Entries.PERSON), Entries.NOW, null);

    /** An empty store. */
    protected abstract Intents intents();

    @Test
    void givesBackEveryKindOfIntent() {
        Intents intents = intents();
        List<Intent> all = List.of(
                intent(
                        EntryKind.OPENING,
                        "opening",
                        new Content.OpeningContent(Counters.of(Map.of("2019/pooled.outpatient", 120_000L)))),
                credit,
                intent(
                        EntryKind.EXTERNAL,
                        "external",
                        new Content.ExternalContent(Entries.payment(1), Counters.of("account", -100))),
                intent(
                        EntryKind.CLOSING,
                        "close",
                        new Content.ClosingContent(Entries.SHANGHAI, LocalDate.of(2019, 12, 31))),
                intent(
                        EntryKind.ADJUSTMENT,
                        "adjust",
                        new Content.AdjustmentContent(new EntryId(Entries.PERSON, 3), "b".repeat(64))),
                intent(
                        EntryKind.CANCELLATION,
                        "cancel",
                        new Content.CancellationContent(new EntryId(Entries.PERSON, 3))),
                intent(
                        EntryKind.REVERSAL,
                        "reverse",
                        new Content.ReversalContent(Entries.key("settle"), Entries.ZHONGSHAN)));
        Flux.fromIterable(all).concatMap(intents::open).blockLast();

        List<Intent> open =
                await(intents.openSince(Entries.NOW.plusMillis(1), 10).collectList());

        assertThat(open).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void keepsTheFirstIntentOfAKeyHoweverManyComeAtOnce() {
        Intents intents = intents();
        List<Intent> wanted = Flux.range(1, 16)
                .map(fen -> intent(EntryKind.ACCOUNT_CREDIT, "same", new Content.CreditContent(Money.ofFen(fen))))
                .collectList()
                .blockOptional()
                .orElseThrow();

        List<Intent> answers =
                await(Flux.fromIterable(wanted).flatMap(intents::open).collectList());

        assertThat(answers).hasSize(16).containsOnly(answers.getFirst());
        assertThat(await(intents.openSince(Entries.NOW.plusMillis(1), 100).collectList()))
                .containsExactly(answers.getFirst());
    }

    @Test
    void tellsOfOpenIntentsThatAreOldEnough() {
        Intents intents = intents();
        await(intents.open(credit));

        assertThat(await(intents.openSince(credit.at(), 10).collectList())).isEmpty();
        assertThat(await(intents.openSince(credit.at().plus(Duration.ofMillis(1)), 10)
                        .collectList()))
                .containsExactly(credit);
        assertThat(await(intents.openSince(credit.at().plusMillis(1), 0).collectList())
                        .size())
                .isLessThanOrEqualTo(1);
    }

    @Test
    void hasWhatItWrotePublishedOnce() {
        Intents intents = intents();
        await(intents.open(credit));

        intents.fulfilled(credit, credited)
                .then(intents.fulfilled(credit, credited))
                .block();

        assertThat(await(intents.unpublished(10).collectList())).containsExactly(new Unpublished(credited.id(), TRACE));
        assertThat(await(intents.openSince(Entries.NOW.plusMillis(1), 10).collectList()))
                .isEmpty();
        intents.published(List.of(new Published(credited, TRACE)))
                .then(intents.published(List.of(new Published(credited, TRACE))))
                .block();
        assertThat(await(intents.unpublished(10).collectList())).isEmpty();
        intents.fulfilled(credit, credited).block();
        assertThat(await(intents.unpublished(10).collectList()))
                .as("a late word changes nothing")
                .isEmpty();

        intents.allUnpublished().block();

        assertThat(await(intents.unpublished(10).collectList())).containsExactly(new Unpublished(credited.id(), TRACE));
    }

    @Test
    void leavesToAnotherIntentThePublicationOfWhatThatWrote() {
        Intents intents = intents();
        Settlement settlement = Entries.settlement(Entries.headWithAccount(), "settle", Entries.visit('a'));
        Intent late = intent(EntryKind.CANCELLATION, "late", new Content.CancellationContent(settlement.id()));
        Entry undo = Entries.undo(settlement, EntryKind.CANCELLATION, "first");
        await(intents.open(late));

        intents.fulfilled(late, undo).block();

        assertThat(await(intents.unpublished(10).collectList())).isEmpty();
        assertThat(await(intents.find(Entries.PERSON, late.key()))).contains(undo.id());
    }

    @Test
    void leavesNothingToDoOfWhatWasStoppedAndItsKeyFree() {
        Intents intents = intents();
        await(intents.open(credit));

        intents.stopped(credit).block();

        assertThat(await(intents.openSince(Entries.NOW.plusMillis(1), 10).collectList()))
                .isEmpty();
        assertThat(await(intents.find(Entries.PERSON, credit.key()))).isEmpty();
        Intent other = intent(EntryKind.ACCOUNT_CREDIT, "credit", new Content.CreditContent(Money.ofFen(7)));
        assertThat(await(intents.open(other))).isEqualTo(other);
        assertThat(await(intents.openSince(Entries.NOW.plusMillis(1), 10).collectList()))
                .containsExactly(other);
        assertThat(await(intents.open(credit))).isEqualTo(other);
    }

    @Test
    void hasWhatWasCarriedOutAfterAllPublished() {
        Intents intents = intents();
        await(intents.open(credit));
        intents.stopped(credit).block();

        intents.fulfilled(credit, credited).block();
        intents.stopped(credit).block();

        assertThat(await(intents.unpublished(10).collectList())).containsExactly(new Unpublished(credited.id(), TRACE));
        assertThat(await(intents.open(credit))).isEqualTo(credit);
        assertThat(await(intents.find(Entries.PERSON, credit.key()))).contains(credited.id());
    }

    @Test
    void knowsNothingOfASettlementsPublication() {
        Intents intents = intents();
        await(intents.open(credit));
        intents.fulfilled(credit, credited).block();

        intents.published(List.of(new Published(
                        Entries.settlement(Entries.headWithAccount(), "settle", Entries.visit('a')), TRACE)))
                .block();

        assertThat(await(intents.unpublished(10).collectList())).hasSize(1);
    }

    @Test
    void tellsAnIntentInFlightFromNone() {
        Intents intents = intents();
        await(intents.open(credit));

        assertThat(await(intents.find(Entries.PERSON, credit.key()))).isEqualTo(Optional.empty());
        intents.find(Entries.PERSON, Entries.key("never"))
                .as(StepVerifier::create)
                .verifyComplete();
        intents.fulfilled(credit, credited).block();
        assertThat(await(intents.find(Entries.PERSON, credit.key()))).contains(credited.id());
    }

    private static Intent intent(EntryKind kind, String callerKey, Content content) {
        return new Intent(
                Entries.PERSON,
                Entries.ZHENJIANG,
                Key.of(
                        kind == EntryKind.OPENING || kind == EntryKind.ACCOUNT_CREDIT
                                ? Entries.ZHENJIANG.value()
                                : Entries.ZHONGSHAN.value(),
                        kind,
                        callerKey),
                content,
                "补办",
                "agency-zhenjiang",
                Entries.NOW,
                TRACE);
    }
}
