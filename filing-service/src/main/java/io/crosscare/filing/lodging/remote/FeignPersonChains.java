package io.crosscare.filing.lodging.remote;

import feign.FeignException;
import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.remote.RemoteCall;
import io.crosscare.chassis.remote.RemoteCalls;
import io.crosscare.filing.lodging.PersonChains;
import io.crosscare.filing.lodging.model.ChainStep;
import io.crosscare.filing.lodging.model.FiledSettlement;
import io.crosscare.filing.lodging.model.FilingId;
import io.crosscare.filing.lodging.remote.ChainClient.AdjustmentMessage;
import io.crosscare.filing.lodging.remote.ChainClient.ChainPageMessage;
import io.crosscare.filing.lodging.remote.ChainClient.EntryMessage;
import io.crosscare.filing.lodging.remote.ChainClient.SettlementMessage;
import io.crosscare.filing.lodging.remote.ChainClient.UndoMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link PersonChains} by Feign, page by page. */
@Component
final class FeignPersonChains implements PersonChains {

    private static final int PAGE = 200;
    private static final int NOT_FOUND = 404;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final ChainClient client;
    private final RemoteCall settlement;

    FeignPersonChains(ChainClient client, RemoteCalls calls) {
        this.client = client;
        this.settlement = calls.to("settlement");
    }

    @Override
    public Mono<List<ChainStep>> of(PersonId person) {
        return page(person, 1)
                .expand(page -> page.size() < PAGE
                        ? Mono.empty()
                        : page(person, page.getLast().seq() + 1))
                .concatMap(Flux::fromIterable)
                .concatMapIterable(FeignPersonChains::steps)
                .collectList();
    }

    /** Whom settlement does not know has settled nothing; any other refusal of ours is a fault between the services. */
    private Mono<List<EntryMessage>> page(PersonId person, long from) {
        return settlement
                .call(() -> client.chain(person.value(), Long.toString(from), PAGE))
                .map(ChainPageMessage::items)
                .onErrorResume(
                        FeignException.class,
                        answer ->
                                answer.status() == NOT_FOUND ? Mono.just(List.of()) : Mono.error(unavailable(answer)));
    }

    private static ProblemException unavailable(FeignException answer) {
        return ProblemException.peerUnavailable("settlement", RETRY_AFTER, answer);
    }

    /** A part refund takes its original back and is settled in its place. */
    private static List<ChainStep> steps(EntryMessage entry) {
        List<ChainStep> steps = new ArrayList<>();
        UndoMessage undo = entry.undo();
        if (undo != null && undo.originalId() != null) {
            steps.add(new ChainStep.Undone(undo.originalId()));
        }
        SettlementMessage settled = entry.settlement();
        if (settled != null) {
            AdjustmentMessage adjustment = settled.adjustment();
            if (adjustment != null) {
                steps.add(new ChainStep.Undone(adjustment.originalId()));
            }
            String filing = settled.filingId();
            steps.add(new ChainStep.Settled(
                    new FiledSettlement(
                            entry.id(),
                            new InstitutionCode(settled.institutionCode()),
                            settled.serviceFrom(),
                            settled.serviceTo(),
                            entry.recordedAt()),
                    filing == null ? null : new FilingId(filing)));
        }
        return steps;
    }
}
