package io.crosscare.settlement.eligibility.remote;

import feign.FeignException;
import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.remote.RemoteCall;
import io.crosscare.chassis.remote.RemoteCalls;
import io.crosscare.settlement.eligibility.Owners;
import io.crosscare.settlement.eligibility.message.ConnectivityMessage;
import io.crosscare.settlement.eligibility.message.FilingMessage;
import io.crosscare.settlement.eligibility.message.InstitutionMessage;
import io.crosscare.settlement.eligibility.message.InsuredPersonMessage;
import io.crosscare.settlement.eligibility.model.Connectivity;
import io.crosscare.settlement.eligibility.model.EligibilityFacts.CareSide;
import io.crosscare.settlement.eligibility.model.EligibilityFacts.InsuredSide;
import io.crosscare.settlement.eligibility.model.EligibilityQuestion;
import io.crosscare.settlement.eligibility.model.FilingFacts;
import io.crosscare.settlement.eligibility.model.FilingStanding;
import io.crosscare.settlement.eligibility.model.FilingStanding.InForce;
import io.crosscare.settlement.eligibility.model.FilingStanding.NotInForce;
import io.crosscare.settlement.eligibility.model.FilingWindow;
import io.crosscare.settlement.eligibility.model.InstitutionFacts;
import io.crosscare.settlement.eligibility.model.PersonFacts;
import io.crosscare.settlement.eligibility.model.RefusalReason;
import io.crosscare.settlement.eligibility.model.UploadFacts;
import io.crosscare.settlement.eligibility.remote.FilingClient.FilingCheckMessage;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

/** {@link Owners} by Feign. */
@Component
final class FeignOwners implements Owners {

    private static final int ROWS_MAX = 200;
    private static final int NOT_FOUND = 404;

    private final RegistryClient registryClient;
    private final FilingClient filingClient;
    private final RemoteCall registry;
    private final RemoteCall filing;

    FeignOwners(RegistryClient registryClient, FilingClient filingClient, RemoteCalls calls) {
        this.registryClient = registryClient;
        this.filingClient = filingClient;
        this.registry = calls.to("registry");
        this.filing = calls.to("filing");
    }

    @Override
    public Mono<CareSide> careSide(EligibilityQuestion question) {
        Mono<Optional<InstitutionFacts>> institution =
                institution(question.institution()).map(Optional::of).defaultIfEmpty(Optional.empty());
        Mono<Connectivity> connectivity = registry.call(() -> registryClient.connectivity(ROWS_MAX))
                .map(page -> new Connectivity(
                        page.items().stream().map(ConnectivityMessage::toFacts).toList()));
        // A breaker that is half open may let one of the two through. If that were broken off for the other, it would
        // prove nothing, and the breaker would stay half open for as long as several ask at once.
        return Mono.zipDelayError(institution, connectivity)
                .onErrorMap(Exceptions::isMultiple, FeignOwners::firstOf)
                .map(told -> new CareSide(told.getT1(), told.getT2()));
    }

    /** Where neither was answered, one says it for both: they asked the same neighbour. */
    private static Throwable firstOf(Throwable both) {
        return Exceptions.unwrapMultiple(both).getFirst();
    }

    @Override
    public Mono<InsuredSide> insuredSide(EligibilityQuestion question, RegionCode careRegion, FilingWindow window) {
        return person(question.person())
                .flatMap(person -> standing(question, careRegion, window)
                        .map(standing -> new InsuredSide(Optional.of(person), standing)))
                .defaultIfEmpty(
                        new InsuredSide(Optional.empty(), new NotInForce(RefusalReason.NO_FILING, Optional.empty())));
    }

    @Override
    public Mono<InstitutionFacts> institution(InstitutionCode code) {
        return found(registry, () -> registryClient.institution(code.value())).map(InstitutionMessage::toFacts);
    }

    @Override
    public Mono<PersonFacts> person(PersonId person) {
        return found(filing, () -> filingClient.person(person.value())).map(InsuredPersonMessage::toFacts);
    }

    @Override
    public Mono<UploadFacts> upload(String filingId) {
        return found(registry, () -> registryClient.upload(filingId))
                .map(record -> record.body().toFacts());
    }

    private Mono<FilingStanding> standing(EligibilityQuestion question, RegionCode careRegion, FilingWindow window) {
        return filing.call(() -> filingClient.check(
                        question.person().value(),
                        careRegion.value(),
                        question.serviceType().name(),
                        window.from().toString(),
                        window.until().toString()))
                .map(FeignOwners::standingOf);
    }

    private static FilingStanding standingOf(FilingCheckMessage answer) {
        FilingMessage filing = answer.filing();
        if (answer.effective() && filing != null) {
            return new InForce(filing.toFacts());
        }
        String reason = answer.reason();
        if (reason == null) {
            throw new IllegalStateException("a filing check says why not");
        }
        Optional<FilingFacts> nearest = Optional.ofNullable(answer.nearest()).map(FilingMessage::toFacts);
        return new NotInForce(RefusalReason.valueOf(reason), nearest);
    }

    /** Only 404 is an answer of "none"; any other refusal of ours is a fault between the services. */
    private static <T> Mono<T> found(RemoteCall peer, Callable<T> client) {
        return peer.call(client)
                .onErrorResume(
                        FeignException.class,
                        answer -> answer.status() == NOT_FOUND ? Mono.empty() : Mono.error(answer));
    }
}
