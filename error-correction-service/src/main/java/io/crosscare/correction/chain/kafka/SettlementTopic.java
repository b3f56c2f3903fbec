package io.crosscare.correction.chain.kafka;

import io.crosscare.chassis.event.EventHandler;
import io.crosscare.chassis.event.PoisonEvent;
import io.crosscare.chassis.event.ReceivedEvent;
import io.crosscare.chassis.event.Topic;
import io.crosscare.correction.chain.FollowChain;
import io.crosscare.correction.chain.MissingEntry;
import io.crosscare.correction.chain.message.EntryMessage;
import io.crosscare.correction.chain.model.ChainEntry;
import reactor.core.publisher.Mono;

/** Takes entries off their topic. An entry under another person's key, or at another place than it says, is no entry. */
public final class SettlementTopic implements EventHandler {

    public static final Topic TOPIC = Topic.fact("settlement.settlement.v1");

    private final FollowChain followChain;

    public SettlementTopic(FollowChain followChain) {
        this.followChain = followChain;
    }

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public Mono<Void> on(ReceivedEvent event) {
        return followChain
                .follow(entryOf(event))
                .onErrorMap(
                        MissingEntry.class, missing -> new PoisonEvent("an entry without those before it", missing));
    }

    private static ChainEntry entryOf(ReceivedEvent event) {
        ChainEntry entry = read(event);
        if (!entry.person().value().equals(event.key()) || entry.seq() != event.version()) {
            throw new PoisonEvent("an entry that is not the one its headers name");
        }
        return entry;
    }

    private static ChainEntry read(ReceivedEvent event) {
        try {
            return event.bodyAs(EntryMessage.class).toEntry();
        } catch (IllegalArgumentException | NullPointerException e) {
            throw PoisonEvent.unreadable("an entry", event, EntryMessage.class, e);
        }
    }
}
