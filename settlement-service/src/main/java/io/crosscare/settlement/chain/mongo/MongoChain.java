package io.crosscare.settlement.chain.mongo;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.chassis.mongo.Index;
import io.crosscare.settlement.chain.AppendOutcome;
import io.crosscare.settlement.chain.AppendOutcome.Appended;
import io.crosscare.settlement.chain.AppendOutcome.KeyTaken;
import io.crosscare.settlement.chain.AppendOutcome.SeqTaken;
import io.crosscare.settlement.chain.AppendOutcome.SlotTaken;
import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Head;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Slot;
import io.crosscare.settlement.chain.model.SlotHolder;
import io.crosscare.settlement.chain.model.Veto;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@link Chain} on a collection that is only ever inserted into, vetoes beside the entries for the sake of their common
 * register. The head is a hint read by {@code _id} and walked forward by exact ids; it is written anew only when it lags, so
 * that an append is one write. The heads reached last are remembered: a place that was taken stays taken by the same entry, so
 * any head that was ever read is a good place to walk on from.
 */
public final class MongoChain implements Chain {

    private static final String ENTRIES = "entries";
    private static final String HEADS = "heads";
    private static final Index BY_KEY = Index.unique(ENTRIES, "b", "p", "key");
    private static final Index BY_SLOT = Index.unique(ENTRIES, "b", "p", "slot");

    /** Ids looked for in one read while walking to the head. */
    private static final int STRIDE = 16;

    /** How far the hint may lag before it is written anew. */
    private static final int LAG_MAX = 8;

    /** Persons whose heads are remembered, about a kilobyte each. */
    private static final int REMEMBERED_MAX = 10_000;

    private final MongoCollection<EntryDocument> entries;
    private final MongoCollection<VetoDocument> vetoes;
    private final MongoCollection<HeadDocument> heads;
    private final Cache<PersonId, Reached> reached = Caffeine.newBuilder()
            .maximumSize(REMEMBERED_MAX)
            .executor(Runnable::run)
            .build();

    public MongoChain(MongoDatabase database) {
        this.entries = database.getCollection(ENTRIES, EntryDocument.class);
        this.vetoes = database.getCollection(ENTRIES, VetoDocument.class);
        this.heads = database.getCollection(HEADS, HeadDocument.class);
    }

    public static List<Index> indexes() {
        return List.of(BY_KEY, BY_SLOT);
    }

    /**
     * How far a chain was read.
     *
     * @param hinted place of the head that is stored, which may lag
     */
    private record Reached(Head head, long hinted) {}

    @Override
    public Mono<Head> head(PersonId person) {
        return Mono.justOrEmpty(reached.getIfPresent(person))
                .switchIfEmpty(Mono.defer(() -> hint(person)))
                .flatMap(from -> walk(from.head()).flatMap(head -> remember(new Reached(head, from.hinted()))));
    }

    private Mono<Reached> hint(PersonId person) {
        return Mono.from(heads.find(Filters.eq("_id", person.value())))
                .map(HeadDocument::toHead)
                .defaultIfEmpty(Head.empty(person))
                .map(hint -> new Reached(hint, hint.seq()));
    }

    private Mono<Head> remember(Reached now) {
        Head head = now.head();
        if (head.seq() - now.hinted() < LAG_MAX) {
            reached.put(head.person(), now);
            return Mono.just(head);
        }
        return repair(head).doOnNext(_ -> reached.put(head.person(), new Reached(head, head.seq())));
    }

    private Mono<Head> walk(Head from) {
        return from(new EntryId(from.person(), from.seq() + 1), STRIDE)
                .collectList()
                .flatMap(next -> {
                    if (next.isEmpty()) {
                        return Mono.just(from);
                    }
                    Head last = Head.of(next.getLast());
                    return next.size() < STRIDE ? Mono.just(last) : walk(last);
                });
    }

    private Mono<Head> repair(Head head) {
        return Mono.from(heads.replaceOne(
                        Filters.eq("_id", head.person().value()),
                        HeadDocument.of(head),
                        new ReplaceOptions().upsert(true)))
                .onErrorComplete(DuplicateKey::isIn)
                .thenReturn(head);
    }

    @Override
    public Mono<Entry> byId(EntryId id) {
        return one(Filters.eq("_id", id.value()));
    }

    @Override
    public Flux<Entry> byIds(List<EntryId> ids) {
        List<String> wanted = ids.stream().map(EntryId::value).toList();
        return Flux.from(entries.find(Filters.in("_id", wanted))).map(EntryDocument::toEntry);
    }

    @Override
    public Mono<Entry> byKey(PersonId person, Key key) {
        return one(registerOf(person).append("key", key.value()));
    }

    @Override
    public Mono<Entry> bySlot(PersonId person, Slot slot) {
        return one(registerOf(person).append("slot", slot.value()));
    }

    @Override
    public Flux<Entry> from(EntryId first, int limit) {
        List<EntryId> ids = LongStream.range(first.seq(), Math.min(first.seq() + limit, EntryId.SEQ_MAX))
                .mapToObj(seq -> new EntryId(first.person(), seq))
                .toList();
        return byIds(ids)
                .collectSortedList(
                        Comparator.comparingLong(entry -> entry.link().seq()))
                .flatMapIterable(found -> found);
    }

    @Override
    public Mono<AppendOutcome> append(Entry entry) {
        return Mono.from(entries.insertOne(EntryDocument.of(entry)))
                .<AppendOutcome>thenReturn(new Appended(entry))
                .onErrorResume(
                        error -> DuplicateKey.isIn(error) ? whatStandsInTheWay(entry) : whatBecameOf(entry, error));
    }

    /** In this order: a duplicate may break several registers at once, and the error names only one. */
    private Mono<AppendOutcome> whatStandsInTheWay(Entry entry) {
        PersonId person = entry.link().person();
        return byKey(person, entry.key())
                .<AppendOutcome>map(KeyTaken::new)
                .switchIfEmpty(Mono.defer(() -> slotTaken(entry)))
                .switchIfEmpty(Mono.just(new SeqTaken()));
    }

    private Mono<AppendOutcome> slotTaken(Entry entry) {
        return entry.slot().isPlace()
                ? Mono.empty()
                : holder(entry.link().person(), entry.slot()).map(SlotTaken::new);
    }

    @Override
    public Mono<SlotHolder> veto(Veto veto) {
        return Mono.from(vetoes.insertOne(VetoDocument.of(veto)))
                .<SlotHolder>thenReturn(veto)
                .onErrorResume(error -> holder(veto.person(), veto.slot())
                        .onErrorMap(_ -> error)
                        .switchIfEmpty(Mono.error(error)));
    }

    private Mono<SlotHolder> holder(PersonId person, Slot slot) {
        return bySlot(person, slot)
                .ofType(SlotHolder.class)
                .switchIfEmpty(Mono.defer(() -> Mono.from(
                                vetoes.find(registerOf(person).append("slot", slot.value()))
                                        .limit(1))
                        .mapNotNull(VetoDocument::toVeto)));
    }

    /** After an error that leaves the outcome unknown, only finding the entry is an answer. */
    private Mono<AppendOutcome> whatBecameOf(Entry entry, Throwable error) {
        return byKey(entry.link().person(), entry.key())
                .<AppendOutcome>map(
                        present -> present.hash().equals(entry.hash()) ? new Appended(present) : new KeyTaken(present))
                .onErrorMap(_ -> error)
                .switchIfEmpty(Mono.error(error));
    }

    private Mono<Entry> one(Bson filter) {
        return Mono.from(entries.find(filter).limit(1))
                .filter(document -> !VetoDocument.KIND.equals(document.kind()))
                .map(EntryDocument::toEntry);
    }

    private static Document registerOf(PersonId person) {
        return new Document("b", EntryDocument.bucketOf(person)).append("p", person.value());
    }
}
