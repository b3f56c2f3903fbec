package io.crosscare.filing.lodging.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.observability.Traces;
import io.crosscare.chassis.testing.TestStores;
import io.crosscare.filing.lodging.Filings;
import io.crosscare.filing.lodging.Filings.Kept;
import io.crosscare.filing.lodging.FilingsContract;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingBasis;
import io.crosscare.filing.lodging.model.FilingId;
import io.crosscare.filing.lodging.model.FilingVersion;
import io.micrometer.tracing.Tracer;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Filings on the document store of the tests. */
class MongoFilingsIT extends FilingsContract {

    private static final MongoClient CLIENT = MongoClients.create(TestStores.mongoUri());
    private static final MongoDatabase DATABASE = CLIENT.getDatabase("filing_contract");

    private final Filings filings = new MongoFilings(DATABASE, new Traces(Tracer.NOOP));

    @BeforeAll
    static void createIndexes() {
        MongoFilings.INDEXES.create(DATABASE).block(Duration.ofSeconds(30));
    }

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    /** What was stored before there were facts, promises, endings and acts. */
    @Test
    void readsAFilingOfTheEarlierForm() {
        String id = RandomIds.secure().next('f');
        Instant at = Instant.parse("2019-06-03T01:02:03.004Z");
        Document earlier = new Document("_id", id)
                .append("personId", RandomIds.secure().nextPersonId().value())
                .append("number", 1)
                .append("insuredRegion", "321100")
                .append("careRegion", "310000")
                .append("category", "TRANSFER")
                .append("effectiveFrom", "2019-05-01")
                .append("state", "EFFECTIVE")
                .append("channel", "COUNTER")
                .append("recordedAt", Date.from(at))
                .append("version", 1L)
                .append("receiptKey", RandomIds.secure().next('k'))
                .append("receiptContent", "c")
                .append("pending", false)
                .append(
                        "history",
                        List.of(new Document("action", "LODGED")
                                .append("at", Date.from(at))
                                .append("by", "agency-zhenjiang")));
        Mono.from(DATABASE.getCollection("filings").insertOne(earlier)).block();

        Kept kept = filings.findKept(new FilingId(id)).blockOptional().orElseThrow();

        assertThat(kept.filing()).isInstanceOf(Filing.Effective.class);
        assertThat(kept.filing().content().basis()).isEqualTo(FilingBasis.OF_AGENCY);
        assertThat(kept.filing().content().promise()).isNull();
        assertThat(kept.acts()).isEmpty();
        assertThat(isUntold(kept)).isFalse();
        filings.markEarlierUntold().block();
        assertThat(isUntold(kept)).isTrue();
        assertThat(kept.untold()).containsExactly(FilingVersion.of(kept.filing()));
    }

    private boolean isUntold(Kept kept) {
        return filings.untold(1000).any(kept::equals).blockOptional().orElseThrow();
    }

    @Override
    protected Filings filings() {
        return filings;
    }
}
