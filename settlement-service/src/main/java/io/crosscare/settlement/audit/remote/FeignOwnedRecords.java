package io.crosscare.settlement.audit.remote;

import io.crosscare.chassis.remote.Patience;
import io.crosscare.chassis.remote.RemoteCalls;
import io.crosscare.settlement.audit.OwnedRecords;
import io.crosscare.settlement.audit.model.CopiedKind;
import io.crosscare.settlement.audit.model.RecordVersion;
import io.crosscare.settlement.audit.remote.OwnerMessages.PageMessage;
import io.crosscare.settlement.audit.remote.OwnerMessages.VersionMessage;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link OwnedRecords} of filing-service and hospital-registry-service by Feign. */
@Component
final class FeignOwnedRecords implements OwnedRecords {

    private static final int PAGE = 200;

    private final AuditedFilingClient filingClient;
    private final AuditedRegistryClient registryClient;
    private final Patience filing;
    private final Patience registry;

    FeignOwnedRecords(AuditedFilingClient filingClient, AuditedRegistryClient registryClient, RemoteCalls calls) {
        this.filingClient = filingClient;
        this.registryClient = registryClient;
        this.filing = new Patience("filing", calls.to("filing"));
        this.registry = new Patience("registry", calls.to("registry"));
    }

    @Override
    public Flux<RecordVersion> all(CopiedKind kind) {
        return page(kind, null)
                .expand(page -> page.nextCursor() == null ? Mono.empty() : page(kind, page.nextCursor()))
                .concatMapIterable(PageMessage::items)
                .map(message -> versionOf(kind, message));
    }

    @Override
    public Mono<RecordVersion> find(CopiedKind kind, String id) {
        return switch (kind) {
            case INSTITUTION ->
                registry.find(() -> registryClient.institution(id)).map(message -> versionOf(kind, message));
            case FILING -> filing.find(() -> filingClient.filing(id)).map(message -> versionOf(kind, message));
            case INSURED_PERSON -> filing.find(() -> filingClient.person(id)).map(message -> versionOf(kind, message));
            case CONNECTIVITY, AGENCY ->
                all(kind).filter(record -> record.id().equals(id)).next();
        };
    }

    private Mono<PageMessage> page(CopiedKind kind, @Nullable String cursor) {
        return switch (kind) {
            case INSTITUTION -> registry.ask(() -> registryClient.institutions(PAGE, cursor));
            case CONNECTIVITY -> registry.ask(() -> registryClient.connectivity(PAGE, cursor));
            case AGENCY -> registry.ask(() -> registryClient.agencies(PAGE, cursor));
            case FILING -> filing.ask(() -> filingClient.filings(PAGE, cursor));
            case INSURED_PERSON -> Mono.error(new IllegalArgumentException("persons are in no list"));
        };
    }

    private static RecordVersion versionOf(CopiedKind kind, VersionMessage message) {
        String id = switch (kind) {
            case INSTITUTION -> message.code();
            case CONNECTIVITY, FILING -> message.id();
            case AGENCY -> message.region();
            case INSURED_PERSON -> message.personId();
        };
        return new RecordVersion(Objects.requireNonNull(id, "a record without its name"), message.version());
    }
}
