package io.crosscare.correction.desk.remote;

import feign.FeignException;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.remote.RemoteCall;
import io.crosscare.chassis.remote.RemoteCalls;
import io.crosscare.correction.desk.Neighbours;
import io.crosscare.correction.desk.model.Fact;
import io.crosscare.correction.desk.model.Fact.CardStated;
import io.crosscare.correction.desk.model.Fact.ConnectionStated;
import io.crosscare.correction.desk.model.Fact.Filed;
import io.crosscare.correction.desk.model.Fact.InstitutionAbsent;
import io.crosscare.correction.desk.model.Fact.InstitutionStated;
import io.crosscare.correction.desk.model.Fact.NothingFiled;
import io.crosscare.correction.desk.model.Fact.PersonStated;
import io.crosscare.correction.desk.model.Fact.PromiseStated;
import io.crosscare.correction.desk.model.Fact.Unanswered;
import io.crosscare.correction.desk.model.Fact.UploadStated;
import io.crosscare.correction.desk.model.Recheck;
import io.crosscare.correction.desk.model.Refusal;
import io.crosscare.correction.desk.model.Refusal.FilingVersion;
import io.crosscare.correction.desk.model.Refusal.KnownVersions;
import io.crosscare.correction.desk.model.Source;
import io.crosscare.correction.desk.model.VisitScope;
import io.crosscare.correction.desk.remote.BillClient.BillMessage;
import io.crosscare.correction.desk.remote.BillClient.RecheckMessage;
import io.crosscare.correction.desk.remote.FilingClient.CardMessage;
import io.crosscare.correction.desk.remote.FilingClient.FilingMessage;
import io.crosscare.correction.desk.remote.FilingClient.PersonMessage;
import io.crosscare.correction.desk.remote.FilingClient.PromiseMessage;
import io.crosscare.correction.desk.remote.RegistryClient.ConnectionMessage;
import io.crosscare.correction.desk.remote.RegistryClient.InstitutionMessage;
import io.crosscare.correction.desk.remote.RegistryClient.RowMessage;
import io.crosscare.correction.desk.remote.RegistryClient.UploadMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link Neighbours} by Feign. */
@Component
final class FeignNeighbours implements Neighbours {

    private static final int FILINGS_READ_MAX = 200;
    private static final int FILINGS_KEPT_MAX = 20;
    private static final int UPLOADS_MAX = 3;
    private static final int NOT_FOUND = 404;

    private final FilingClient filingClient;
    private final RegistryClient registryClient;
    private final BillClient billClient;
    private final RemoteCall filing;
    private final RemoteCall registry;
    private final RemoteCall settlement;
    private final Clock clock;

    FeignNeighbours(
            FilingClient filingClient,
            RegistryClient registryClient,
            BillClient billClient,
            RemoteCalls calls,
            Clock clock) {
        this.filingClient = filingClient;
        this.registryClient = registryClient;
        this.billClient = billClient;
        this.filing = calls.to("filing");
        this.registry = calls.to("registry");
        this.settlement = calls.to("settlement");
        this.clock = clock;
    }

    @Override
    public Mono<List<Fact>> filings(PersonId person) {
        return Flux.concat(stated(person), filed(person)).collectList();
    }

    /** A person that filing-service does not know is no fact here: the refusal says it. */
    private Mono<Fact> stated(PersonId person) {
        return filing.call(() -> filingClient.person(person.value()))
                .<Fact>map(this::stated)
                .onErrorResume(
                        FeignException.class,
                        answer -> answer.status() == NOT_FOUND
                                ? Mono.empty()
                                : Mono.just(unanswered(Source.FILING, answer)));
    }

    private Fact stated(PersonMessage person) {
        List<CardMessage> cards = person.cards() == null ? List.of() : person.cards();
        return new PersonStated(
                person.insuranceStatus(),
                cards.stream()
                        .map(card -> new CardStated(card.kind(), card.issuedBy(), card.state()))
                        .toList(),
                person.version(),
                clock.instant());
    }

    private Flux<Fact> filed(PersonId person) {
        return filing.call(() -> filingClient.filings(person.value(), FILINGS_READ_MAX))
                .map(page -> filed(page.items()))
                .onErrorResume(FeignException.class, answer -> Mono.just(List.of(unanswered(Source.FILING, answer))))
                .flatMapIterable(facts -> facts);
    }

    private List<Fact> filed(List<FilingMessage> filings) {
        if (filings.isEmpty()) {
            return List.of(new NothingFiled(clock.instant()));
        }
        return filings.stream()
                .sorted(Comparator.comparing(FeignNeighbours::changedAt).reversed())
                .limit(FILINGS_KEPT_MAX)
                .flatMap(filing -> Stream.concat(Stream.of(filed(filing)), promise(filing)))
                .toList();
    }

    private static Instant changedAt(FilingMessage filing) {
        return filing.history().getLast().at();
    }

    private static Stream<Fact> promise(FilingMessage filing) {
        PromiseMessage promise = filing.promise();
        return promise == null
                ? Stream.empty()
                : Stream.of(new PromiseStated(
                        filing.id(), promise.dueOn(), promise.state(), filing.version(), changedAt(filing)));
    }

    @Override
    public Mono<Recheck> recheck(VisitScope scope, @Nullable LocalDate until) {
        return settlement
                .call(() -> billClient.recheck(scope.visitId(), new BillMessage(scope.batch(), until)))
                .map(this::rechecked)
                .onErrorResume(FeignException.class, answer -> Mono.just(Recheck.of(without(answer), clock.instant())));
    }

    /** Where there is no such bill it can never be previewed; any other refusal of ours is a fault between the services. */
    private static Recheck.Outcome without(FeignException answer) {
        return switch (answer.status()) {
            case 400, NOT_FOUND, 409 -> Recheck.Outcome.NOT_POSSIBLE;
            default -> Recheck.Outcome.UNANSWERED;
        };
    }

    private Recheck rechecked(RecheckMessage answer) {
        KnownVersions known = new KnownVersions(
                answer.known().institution(),
                answer.known().person(),
                answer.known().filings().stream()
                        .map(filing -> new FilingVersion(filing.id(), filing.version()))
                        .toList());
        return new Recheck(
                clock.instant(),
                Recheck.Outcome.valueOf(answer.state()),
                answer.reason(),
                answer.message(),
                answer.messageEn(),
                answer.settlementId(),
                known,
                Set.copyOf(answer.stale()),
                answer.unlisted());
    }

    private static Filed filed(FilingMessage filing) {
        return new Filed(
                filing.id(),
                filing.version(),
                changedAt(filing),
                new RegionCode(filing.careRegion()),
                filing.category(),
                filing.effectiveFrom(),
                filing.effectiveTo(),
                filing.state());
    }

    @Override
    public Mono<List<Fact>> registry(Refusal refusal) {
        return Flux.concat(institution(refusal), connection(refusal), uploads(refusal))
                .collectList();
    }

    /** Of the filings that were known; one that was never on its way has nothing to tell. */
    private Flux<Fact> uploads(Refusal refusal) {
        return Flux.fromIterable(refusal.known().filings())
                .take(UPLOADS_MAX)
                .concatMap(filed -> registry.call(() -> registryClient.upload(filed.id()))
                        .<Fact>map(record -> stated(record.body()))
                        .onErrorResume(
                                FeignException.class,
                                answer -> answer.status() == NOT_FOUND
                                        ? Mono.empty()
                                        : Mono.just(unanswered(Source.REGISTRY, answer))));
    }

    private static UploadStated stated(UploadMessage upload) {
        return new UploadStated(
                upload.filingId(),
                upload.filingVersion(),
                upload.acceptedVersion(),
                upload.state(),
                upload.version(),
                upload.at());
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
