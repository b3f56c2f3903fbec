package io.crosscare.settlement.eligibility.remote;

import io.crosscare.chassis.remote.Patience;
import io.crosscare.chassis.remote.RemoteCalls;
import io.crosscare.chassis.web.StrictJson;
import io.crosscare.settlement.eligibility.CopiedTopic;
import io.crosscare.settlement.eligibility.OwnersRecords;
import io.crosscare.settlement.eligibility.message.CopiedMessage;
import io.crosscare.settlement.eligibility.model.CopiedRecord;
import io.crosscare.settlement.eligibility.model.RefusalReason.Owner;
import io.crosscare.settlement.eligibility.remote.StateRecords.PageMessage;
import io.crosscare.settlement.eligibility.remote.StateRecords.RecordMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** {@link OwnersRecords} by Feign, from the owners' doors for copies. */
@Component
final class FeignOwnersRecords implements OwnersRecords {

    private static final int PAGE = 500;

    private final FilingRecordsClient filingClient;
    private final RegistryRecordsClient registryClient;
    private final Patience filing;
    private final Patience registry;
    private final JsonMapper json = StrictJson.tolerant();

    FeignOwnersRecords(FilingRecordsClient filingClient, RegistryRecordsClient registryClient, RemoteCalls calls) {
        this.filingClient = filingClient;
        this.registryClient = registryClient;
        this.filing = new Patience("filing", calls.to("filing"));
        this.registry = new Patience("registry", calls.to("registry"));
    }

    @Override
    public Mono<OwnersPage> page(CopiedTopic topic, @Nullable String after) {
        return patience(topic)
                .ask(() -> client(topic).page(topic.topic().name(), after, PAGE))
                .map(page -> pageOf(topic, page));
    }

    @Override
    public Mono<CopiedRecord> find(CopiedTopic topic, String id) {
        return patience(topic)
                .find(() -> client(topic).one(topic.topic().name(), id))
                .map(record -> factsOf(topic, record));
    }

    private OwnersPage pageOf(CopiedTopic topic, PageMessage page) {
        List<CopiedRecord> records =
                page.items().stream().map(record -> factsOf(topic, record)).toList();
        return new OwnersPage(records, page.nextCursor());
    }

    private CopiedRecord factsOf(CopiedTopic topic, RecordMessage record) {
        return json.treeToValue(record.body(), CopiedMessage.of(topic)).toFacts();
    }

    private StateRecords client(CopiedTopic topic) {
        return topic.owner() == Owner.FILING ? filingClient : registryClient;
    }

    private Patience patience(CopiedTopic topic) {
        return topic.owner() == Owner.FILING ? filing : registry;
    }
}
