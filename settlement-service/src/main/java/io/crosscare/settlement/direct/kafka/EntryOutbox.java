package io.crosscare.settlement.direct.kafka;

import io.crosscare.chassis.event.Outbox;
import io.crosscare.chassis.event.PendingEvent;
import io.crosscare.chassis.event.Topic;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.chain.EntryStatement;
import io.crosscare.settlement.chain.SettlementStatement;
import io.crosscare.settlement.chain.UnpublishedEntries;
import io.crosscare.settlement.chain.model.AccountCredit;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Opening;
import io.crosscare.settlement.chain.model.Settlement;
import java.util.Comparator;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The entries that visits and intents name as unpublished, read from the chain: the stored entry is the event. Version is the
 * place in the chain, dense per person, so that a consumer sees a gap.
 */
public final class EntryOutbox implements Outbox {

    public static final Topic TOPIC = Topic.fact("settlement.settlement.v1");

    private static final Comparator<EntryId> IN_ORDER =
            Comparator.comparing(EntryId::person).thenComparingLong(EntryId::seq);

    private final List<UnpublishedEntries> markers;
    private final Chain chain;

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
        return Flux.fromIterable(markers)
                .concatMap(marker -> marker.unpublished(limit))
                .distinct()
                .collectSortedList(IN_ORDER)
                .flatMapIterable(ids -> ids)
                .take(limit)
                .concatMap(chain::byId)
                .map(EntryOutbox::event);
    }

    @Override
    public Mono<Void> markPublished(PendingEvent event) {
        return chain.byId(new EntryId(new PersonId(event.key()), event.version()))
                .flatMapMany(entry -> Flux.fromIterable(markers).concatMap(marker -> marker.published(entry)))
                .then();
    }

    private static PendingEvent event(Entry entry) {
        return new PendingEvent(
                entry.link().person().value(),
                entry.link().seq(),
                typeOf(entry),
                entry.link().recordedAt(),
                bodyOf(entry),
                null);
    }

    private static String typeOf(Entry entry) {
        String fact = switch (entry) {
            case Opening _ -> "opening-recorded";
            case AccountCredit _ -> "account-credited";
            case Settlement _ -> "bill-settled";
        };
        return "io.crosscare.settlement." + fact + ".v1";
    }

    private static Object bodyOf(Entry entry) {
        return switch (entry) {
            case Settlement settlement -> SettlementStatement.of(settlement);
            case Opening _, AccountCredit _ -> EntryStatement.of(entry);
        };
    }
}
