package io.crosscare.chassis.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A collection whose documents are numbered from 1 without gaps, by several processes at once: the insert under the id of the
 * next place decides who has it. Nothing is ever taken out, so whoever reads it to its end has missed nothing.
 */
public final class DenseSequence<D> {

    private static final String ID = "_id";
    private static final int ATTEMPTS_MAX = 64;
    private static final int STRIDE = 64;

    private final MongoCollection<D> collection;
    private final ToLongFunction<D> seqOf;
    /** The last place that is known to be taken; others may have gone on. */
    private final AtomicLong reached = new AtomicLong();

    /**
     * Makes it.
     *
     * @param seqOf the place of a document, as its id says
     */
    public DenseSequence(MongoCollection<D> collection, ToLongFunction<D> seqOf) {
        this.collection = collection;
        this.seqOf = seqOf;
    }

    /** The id of a place: twelve digits, so that ids sort as places do. */
    public static String idOf(long seq) {
        return "%012d".formatted(seq);
    }

    /** The place an id stands for. */
    public static long seqOf(String id) {
        return Long.parseLong(id);
    }

    /**
     * Adds a document at the end.
     *
     * @param at the document, given its place
     * @param added what to go on with; not empty
     * @param inTheWay what another unique index has to say when a duplicate was met; empty where only the place was taken
     */
    public <R> Mono<R> append(LongFunction<D> at, Function<D, Mono<R>> added, Mono<R> inTheWay) {
        return Mono.defer(() -> insert(at.apply(reached.get() + 1), added, inTheWay))
                .repeatWhenEmpty(turns -> turns.take(ATTEMPTS_MAX - 1L))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("no place at the end of the sequence")));
    }

    private <R> Mono<R> insert(D document, Function<D, Mono<R>> added, Mono<R> inTheWay) {
        return Mono.from(collection.insertOne(document))
                .doOnNext(_ -> reached.accumulateAndGet(seqOf.applyAsLong(document), Math::max))
                .map(_ -> added.apply(document))
                .onErrorResume(
                        DuplicateKey::isIn,
                        _ -> Mono.just(inTheWay.switchIfEmpty(Mono.defer(() -> end().then(Mono.empty())))))
                .flatMap(next -> next);
    }

    /** The documents that follow a place, in order, at most so many; fewer when the end is reached. */
    public Flux<D> following(long seq, int limit) {
        List<String> ids = LongStream.rangeClosed(seq + 1, seq + limit)
                .mapToObj(DenseSequence::idOf)
                .toList();
        return Flux.from(collection.find(Filters.in(ID, ids))).sort(Comparator.comparingLong(seqOf));
    }

    /** The place of the last document; 0 when there is none. */
    public Mono<Long> end() {
        long from = reached.get();
        return (from == 0 ? last() : lastAfter(from))
                .doOnNext(end -> reached.accumulateAndGet(end, Math::max))
                .flatMap(end -> end - from < STRIDE || from == 0 ? Mono.just(end) : end());
    }

    private Mono<Long> lastAfter(long from) {
        return following(from, STRIDE).map(seqOf::applyAsLong).last(from);
    }

    /** Once in the life of a process. */
    private Mono<Long> last() {
        return Mono.from(collection.find().sort(Sorts.descending(ID)).limit(1))
                .map(seqOf::applyAsLong)
                .defaultIfEmpty(0L);
    }
}
