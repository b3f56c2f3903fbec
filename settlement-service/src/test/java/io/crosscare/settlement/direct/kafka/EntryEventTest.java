package io.crosscare.settlement.direct.kafka;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.crosscare.chassis.event.PendingEvent;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.testing.EventContract;
import io.crosscare.chassis.web.StrictJson;
import io.crosscare.settlement.Faults;
import io.crosscare.settlement.chain.AppendOutcome;
import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.chain.CorruptEntryException;
import io.crosscare.settlement.chain.InMemoryChain;
import io.crosscare.settlement.chain.UnpublishedEntries;
import io.crosscare.settlement.chain.model.AccountCredit;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.Head;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.Slot;
import io.crosscare.settlement.chain.model.SlotHolder;
import io.crosscare.settlement.chain.model.Unpublished;
import io.crosscare.settlement.chain.model.Veto;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The events of entries against the contracts their consumers read: one of each kind, on one person's chain. */
class EntryEventTest {

    private static final JsonMapper JSON = StrictJson.tolerant();
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private static final PersonId OTHER_PERSON = new PersonId("p" + "b".repeat(26));

    private final InMemoryChain chain = new InMemoryChain(Faults.none());

    @ParameterizedTest
    @CsvSource({
        "1, opened, opening-recorded",
        "2, credited, account-credited",
        "3, settled, bill-settled",
        "4, cancelled, settlement-cancelled",
        "5, voided, key-voided",
        "7, reversed, settlement-reversed",
        "9, adjusted, settlement-adjusted",
        "10, external, external-recorded",
        "11, closed, chain-closed",
    })
    void writesWhatTheContractSays(int seq, String contract, String fact) {
        PendingEvent event = eventsOfAChain().get(seq - 1);

        assertThat(event.type()).isEqualTo("io.crosscare.settlement." + fact + ".v1");
        assertThat(event.version()).isEqualTo(seq);
        assertThat(event.key()).isEqualTo(Entries.PERSON.value());
        assertThat(event.time()).isEqualTo(Entries.NOW);
        assertThat(event.traceparent()).isEqualTo(TRACE);
        assertThat(JSON.valueToTree(event.body()).toPrettyString())
                .isEqualTo(JSON.readTree(EventContract.text("settlement.settlement.v1-" + contract))
                        .toPrettyString());
    }

    @Test
    void tellsOfEachEntryOnceAndInItsOrder() {
        List<Entry> entries = appended();
        Marker visits = new Marker(List.of(entries.get(4), entries.get(2)));
        Marker intents = new Marker(List.of(entries.get(2), entries.get(0)));

        List<PendingEvent> pending = await(
                new EntryOutbox(List.of(visits, intents), chain).pending(10).collectList());

        assertThat(pending).extracting(PendingEvent::version).containsExactly(1L, 3L, 5L);
    }

    @Test
    void forgetsAnEntryAtEveryMarker() {
        List<Entry> entries = appended();
        Marker visits = new Marker(entries);
        Marker intents = new Marker(entries);
        EntryOutbox outbox = new EntryOutbox(List.of(visits, intents), chain);
        PendingEvent third = await(outbox.pending(10).collectList()).get(2);

        outbox.markPublished(third).block();

        assertThat(visits.forgotten).containsExactly(entries.get(2));
        assertThat(intents.forgotten).containsExactly(entries.get(2));
    }

    @Test
    void keepsADamagedChainWaitingAndNoOther() {
        List<Entry> entries = appended();
        AccountCredit others = Entries.credit(Head.empty(OTHER_PERSON), "credit");
        await(chain.append(others));
        Marker marker = new Marker(List.of(entries.get(0), entries.get(1), entries.get(2), others));
        Chain damaged = new DamagedChain(chain, entries.get(1).id());

        List<PendingEvent> pending =
                await(new EntryOutbox(List.of(marker), damaged).pending(10).collectList());

        assertThat(pending)
                .extracting(PendingEvent::key, PendingEvent::version)
                .containsExactly(tuple(Entries.PERSON.value(), 1L), tuple(OTHER_PERSON.value(), 1L));
    }

    /** A chain with one entry that is not what was written. */
    private record DamagedChain(Chain chain, EntryId damaged) implements Chain {

        @Override
        public Mono<Head> head(PersonId person) {
            return chain.head(person);
        }

        @Override
        public Mono<Entry> byId(EntryId id) {
            return id.equals(damaged) ? Mono.error(new CorruptEntryException(id.value())) : chain.byId(id);
        }

        @Override
        public Mono<Entry> byKey(PersonId person, Key key) {
            return chain.byKey(person, key);
        }

        @Override
        public Mono<Entry> bySlot(PersonId person, Slot slot) {
            return chain.bySlot(person, slot);
        }

        @Override
        public Flux<Entry> from(EntryId first, int limit) {
            return chain.from(first, limit);
        }

        @Override
        public Mono<AppendOutcome> append(Entry entry) {
            return chain.append(entry);
        }

        @Override
        public Mono<SlotHolder> veto(Veto veto) {
            return chain.veto(veto);
        }
    }

    private List<PendingEvent> eventsOfAChain() {
        return await(new EntryOutbox(List.of(new Marker(appended())), chain)
                .pending(20)
                .collectList());
    }

    private List<Entry> appended() {
        List<Entry> entries = new ArrayList<>();
        Head head = append(entries, Entries.opening(Head.empty(Entries.PERSON), "opening"));
        head = append(entries, Entries.credit(head, "credit"));
        Settlement first =
                Entries.decidedOn(LocalDate.of(2019, 9, 10), Entries.settlement(head, "settle-1", Entries.visit('a')));
        head = append(entries, first);
        head = append(entries, Entries.undo(head, first, EntryKind.CANCELLATION, "cancel"));
        head = append(entries, Entries.voided(head, "never-came", "reverse-1"));
        Settlement second = Entries.settlement(head, "settle-2", Entries.visit('b'));
        head = append(entries, second);
        head = append(entries, Entries.undo(head, second, EntryKind.REVERSAL, "reverse-2"));
        Settlement third = Entries.settlement(head, "settle-3", Entries.visit('c'));
        head = append(entries, third);
        head = append(entries, Entries.adjustment(head, third, "adjust"));
        head = append(entries, Entries.external(head, 1, "external"));
        append(entries, Entries.closing(head, "close"));
        return entries;
    }

    private Head append(List<Entry> entries, Entry entry) {
        await(chain.append(entry));
        entries.add(entry);
        return Head.of(entry);
    }

    /** What names the entries, and what was forgotten of them. */
    private static final class Marker implements UnpublishedEntries {

        private final List<Entry> named;
        private final List<Entry> forgotten = new ArrayList<>();

        private Marker(List<Entry> named) {
            this.named = List.copyOf(named);
        }

        @Override
        public Flux<Unpublished> unpublished(int limit) {
            return Flux.fromIterable(named)
                    .map(entry -> new Unpublished(entry.id(), TRACE))
                    .take(limit);
        }

        @Override
        public Mono<Void> published(List<Published> entries) {
            return Mono.fromRunnable(() -> entries.forEach(published -> forgotten.add(published.entry())));
        }

        @Override
        public Mono<Void> allUnpublished() {
            return Mono.fromRunnable(forgotten::clear);
        }
    }
}
