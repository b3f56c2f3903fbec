package io.crosscare.correction.desk.remote;

import feign.FeignException;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.remote.RemoteCall;
import io.crosscare.chassis.remote.RemoteCalls;
import io.crosscare.correction.desk.Neighbours;
import io.crosscare.correction.desk.model.Fact;
import io.crosscare.correction.desk.model.Fact.ConnectionStated;
import io.crosscare.correction.desk.model.Fact.Filed;
import io.crosscare.correction.desk.model.Fact.InstitutionAbsent;
import io.crosscare.correction.desk.model.Fact.InstitutionStated;
import io.crosscare.correction.desk.model.Fact.NothingFiled;
import io.crosscare.correction.desk.model.Fact.Unanswered;
import io.crosscare.correction.desk.model.Refusal;
import io.crosscare.correction.desk.model.Source;
import io.crosscare.correction.desk.remote.FilingClient.FilingMessage;
import io.crosscare.correction.desk.remote.RegistryClient.ConnectionMessage;
import io.crosscare.correction.desk.remote.RegistryClient.InstitutionMessage;
import io.crosscare.correction.desk.remote.RegistryClient.RowMessage;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link Neighbours} by Feign. */
@Component
final class FeignNeighbours implements Neighbours {

    private static final int FILINGS_READ_MAX = 200;
    private static final int FILINGS_KEPT_MAX = 20;
    private static final int NOT_FOUND = 404;

    private final FilingClient filingClient;
    private final RegistryClient registryClient;
    private final RemoteCall filing;
    private final RemoteCall registry;
    private final Clock clock;

    FeignNeighbours(FilingClient filingClient, RegistryClient registryClient, RemoteCalls calls, Clock clock) {
        this.filingClient = filingClient;
        this.registryClient = registryClient;
        this.filing = calls.to("filing");
        this.registry = calls.to("registry");
        this.clock = clock;
    }

    @Override
    public Mono<List<Fact>> filings(PersonId person) {
        return filing.call(() -> filingClient.filings(person.value(), FILINGS_READ_MAX))
                .map(page -> filed(page.items()))
                .onErrorResume(FeignException.class, answer -> Mono.just(List.of(unanswered(Source.FILING, answer))));
    }

    private List<Fact> filed(List<FilingMessage> filings) {
        if (filings.isEmpty()) {
            return List.of(new NothingFiled(clock.instant()));
        }
        return filings.stream()
                .map(FeignNeighbours::filed)
                .sorted(Comparator.comparing(Filed::at).reversed())
                .limit(FILINGS_KEPT_MAX)
                .map(Fact.class::cast)
                .toList();
    }

    private static Filed filed(FilingMessage filing) {
        return new Filed(
                filing.id(),
                filing.version(),
                filing.history().getLast().at(),
                new RegionCode(filing.careRegion()),
                filing.category(),
                filing.effectiveFrom(),
                filing.effectiveTo(),
                filing.state());
    }

    @Override
    public Mono<List<Fact>> registry(Refusal refusal) {
        return Flux.concat(institution(refusal), connection(refusal)).collectList();
    }

    private Mono<Fact> institution(Refusal refusal) {
        String code = refusal.institution().value();
        return registry.call(() -> registryClient.institution(code))
                .<Fact>map(this::stated)
                .onErrorResume(
                        FeignException.class,
                        answer -> Mono.just(
                                answer.status() == NOT_FOUND
                                        ? new InstitutionAbsent(code, clock.instant())
                                        : unanswered(Source.REGISTRY, answer)));
    }

    private Fact stated(InstitutionMessage institution) {
        return new InstitutionStated(
                institution.code(),
                institution.name(),
                institution.region(),
                institution.level(),
                institution.status(),
                institution.version(),
                clock.instant());
    }

    /** Without the person's plan the registry cannot be asked for one answer. */
    private Mono<Fact> connection(Refusal refusal) {
        return Mono.justOrEmpty(refusal.plan())
                .flatMap(plan -> registry.call(() -> registryClient.connection(
                        refusal.insuredRegion().value(),
                        refusal.careRegion().value(),
                        refusal.serviceType(),
                        plan,
                        refusal.decidedOn().toString())))
                .<Fact>map(answer -> stated(answer, refusal))
                .onErrorResume(FeignException.class, answer -> Mono.just(unanswered(Source.REGISTRY, answer)));
    }

    private Fact stated(ConnectionMessage answer, Refusal refusal) {
        RowMessage row = answer.row();
        return new ConnectionStated(
                answer.open(),
                answer.reason(),
                answer.messageZh(),
                answer.messageEn(),
                refusal.decidedOn(),
                answer.openFrom(),
                row == null ? null : row.id(),
                row == null ? 0 : row.version(),
                answer.source(),
                answer.mark(),
                clock.instant());
    }

    private Unanswered unanswered(Source source, FeignException answer) {
        return new Unanswered(source, answer.status(), clock.instant());
    }
}
