package io.crosscare.correction.chain.remote;

import feign.FeignException;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.remote.RemoteCall;
import io.crosscare.chassis.remote.RemoteCalls;
import io.crosscare.correction.chain.ChainOwner;
import io.crosscare.correction.chain.message.EntryMessage;
import io.crosscare.correction.chain.model.ChainEntry;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** {@link ChainOwner} by Feign. */
@Component
final class FeignChainOwner implements ChainOwner {

    private static final int PAGE = 200;
    private static final int NOT_FOUND = 404;

    private final SettlementClient client;
    private final RemoteCall settlement;

    FeignChainOwner(SettlementClient client, RemoteCalls calls) {
        this.client = client;
        this.settlement = calls.to("settlement");
    }

    /** Only 404 is an answer of "none"; any other refusal of ours is a fault between the services. */
    @Override
    public Mono<List<ChainEntry>> from(PersonId person, long seq) {
        return settlement
                .call(() -> client.chain(person.value(), Long.toString(seq), PAGE))
                .map(page -> page.items().stream().map(EntryMessage::toEntry).toList())
                .onErrorResume(
                        FeignException.class,
                        answer -> answer.status() == NOT_FOUND ? Mono.just(List.of()) : Mono.error(answer));
    }
}
