package io.crosscare.settlement.direct.kafka;

import io.crosscare.chassis.event.Outbox;
import io.crosscare.chassis.event.PendingEvent;
import io.crosscare.chassis.event.Topic;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.chain.CorruptEntryException;
import io.crosscare.settlement.chain.EntryStatement;
import io.crosscare.settlement.chain.UnpublishedEntries;
import io.crosscare.settlement.chain.UnpublishedEntries.Published;
import io.crosscare.settlement.chain.model.AccountCredit;
import io.crosscare.settlement.chain.model.Closing;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.External;
import io.crosscare.settlement.chain.model.Opening;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.Undo;
import io.crosscare.settlement.chain.model.Unpublished;
import io.crosscare.settlement.chain.model.VoidedKey;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The entries that visits and intents name as unpublished, read from the chain: the stored entry is the event. Version is the
 * place in the chain, dense per person, so that a consumer sees a gap. A damaged entry is never told of; it and what follows
 * it in its chain wait, while the chains of others go on.
 */
public final class EntryOutbox implements Outbox {

    public static final Topic TOPIC = Topic.fact("settlement.settlement.v1");

    private static final Logger LOG = LoggerFactory.getLogger(EntryOutbox.class);
    private static final Comparator<Unpublished> IN_ORDER =
            Comparator.comparing(unpublished -> unpublished.entry().value());

    private final List<UnpublishedEntries> markers;
    private final Chain chain;

    /** Of the batch that is being published; the relay asks for one after the other. */
    private final Map<EntryId, Entry> told = new ConcurrentHashMap<>();

    public EntryOutbox(List<UnpublishedEntries> markers, Chain chain) {
        this.markers = List.copyOf(markers);
        this.chain = chain;
    }

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public Flux<PendingEvent> pending(int limit) {
        told.clear();
        return Flux.fromIterable(markers)
                .concatMap(marker -> marker.unpublished(limit))
                .distinct(Unpublished::entry)
                .collectSortedList(IN_ORDER)
                .flatMapMany(this::events)
                .take(limit);
    }

    private Flux<PendingEvent> events(List<Unpublished> inOrder) {
        return chain.byIds(inOrder.stream().map(Unpublished::entry).toList())
                .collectMap(Entry::id)
                .flatMapIterable(found -> inOrder.stream()
                        .<PendingEvent>mapMulti((unpublished, events) -> {
                            Entry entry = found.get(unpublished.entry());
                            if (entry != null) {
                                events.accept(tell(entry, unpublished.traceparent()));
                            }
                        })
                        .toList())
                .onErrorResume(
                        CorruptEntryException.class,
                        _ -> Flux.fromIterable(byPerson(inOrder)).concatMap(this::eventsOfAPerson));
    }

    private static Collection<List<Unpublished>> byPerson(List<Unpublished> inOrder) {
        return inOrder.stream()
                .collect(Collectors.groupingBy(one -> one.entry().person(), LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private Flux<PendingEvent> eventsOfAPerson(List<Unpublished> inOrder) {
        return Flux.fromIterable(inOrder)
                .concatMap(unpublished ->
                        chain.byId(unpublished.entry()).map(entry -> tell(entry, unpublished.traceparent())))
                .onErrorResume(CorruptEntryException.class, damaged -> {
                    LOG.error("not published, and nothing after it in its chain: {}", damaged.getMessage());
                    return Flux.empty();
                });
    }

    private PendingEvent tell(Entry entry, @Nullable String traceparent) {
        told.put(entry.id(), entry);
        return event(entry, traceparent);
    }

    @Override
    public Mono<Void> markPublished(PendingEvent event) {
        return markPublished(List.of(event));
    }

    @Override
    public Mono<Void> markPublished(List<PendingEvent> events) {
        return Flux.fromIterable(events)
                .concatMap(event -> entryOf(event).map(entry -> new Published(entry, event.traceparent())))
                .collectList()
                .flatMapMany(published -> Flux.fromIterable(markers).concatMap(marker -> marker.published(published)))
                .then();
    }

    private Mono<Entry> entryOf(PendingEvent event) {
        EntryId id = new EntryId(new PersonId(event.key()), event.version());
        return Mono.justOrEmpty(told.remove(id)).switchIfEmpty(Mono.defer(() -> chain.byId(id)));
    }

    @Override
    public Mono<Void> publishAgain() {
        return Flux.fromIterable(markers)
                .concatMap(UnpublishedEntries::allUnpublished)
                .then();
    }

    private static PendingEvent event(Entry entry, @Nullable String traceparent) {
        return new PendingEvent(
                entry.link().person().value(),
                entry.link().seq(),
                typeOf(entry),
                entry.link().recordedAt(),
                EntryStatement.of(entry),
                traceparent);
    }

    private static String typeOf(Entry entry) {
        String fact = switch (entry) {
            case Opening _ -> "opening-recorded";
            case AccountCredit _ -> "account-credited";
            case External _ -> "external-recorded";
            case Closing _ -> "chain-closed";
            case Settlement settlement -> settlement.replaced() == null ? "bill-settled" : "settlement-adjusted";
            case Undo undo -> undo.kind() == EntryKind.CANCELLATION ? "settlement-cancelled" : "settlement-reversed";
            case VoidedKey _ -> "key-voided";
        };
        return "io.crosscare.settlement." + fact + ".v1";
    }
}
