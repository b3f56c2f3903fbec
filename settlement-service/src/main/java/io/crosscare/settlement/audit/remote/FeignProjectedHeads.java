package io.crosscare.settlement.audit.remote;

import io.crosscare.chassis.remote.Patience;
import io.crosscare.chassis.remote.RemoteCalls;
import io.crosscare.settlement.audit.ProjectedHeads;
import io.crosscare.settlement.audit.remote.CorrectionClient.HeadsMessage;
import io.crosscare.settlement.audit.remote.CorrectionClient.PersonsMessage;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** {@link ProjectedHeads} of error-correction-service by Feign. */
@Component
final class FeignProjectedHeads implements ProjectedHeads {

    private static final String PEER = "correction";

    private final CorrectionClient client;
    private final Patience correction;

    FeignProjectedHeads(CorrectionClient client, RemoteCalls calls) {
        this.client = client;
        this.correction = new Patience(PEER, calls.to(PEER));
    }

    @Override
    public Flux<ProjectedHead> of(List<String> persons) {
        return correction
                .ask(() -> client.heads(new PersonsMessage(persons)))
                .flatMapIterable(HeadsMessage::heads)
                .map(head -> new ProjectedHead(head.personId(), head.seq(), head.hash()));
    }
}
