package io.crosscare.settlement.chain.mongo;

import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.mongo.Index;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.chain.SettlementList;
import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.Settlement;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import reactor.core.publisher.Flux;

/** {@link SettlementList} by two indexes of the chain, each asked by whole keys: whose it is, and every day by its name. */
public final class MongoSettlementList implements SettlementList {

    private static final String ENTRIES = "entries";
    private static final String INSTITUTION = "care.institution";
    private static final String INSURED_REGION = "insuredRegion";
    private static final String DAY = "care.serviceTo";
    private static final int PORTION = 200;

    private final MongoCollection<EntryDocument> entries;

    public MongoSettlementList(MongoDatabase database) {
        this.entries = database.getCollection(ENTRIES, EntryDocument.class);
    }

    public static List<Index> indexes() {
        return List.of(Index.on(ENTRIES, INSTITUTION, DAY), Index.on(ENTRIES, INSURED_REGION, DAY));
    }

    @Override
    public Flux<Settlement> list(Wanted wanted) {
        Document asked = new Document();
        InstitutionCode institution = wanted.institution();
        if (institution != null) {
            asked.append(INSTITUTION, institution.value());
        }
        RegionCode region = wanted.insuredRegion();
        if (region != null) {
            asked.append(INSURED_REGION, region.value());
        }
        asked.append("kind", new Document("$in", List.of(EntryKind.SETTLEMENT.name(), EntryKind.ADJUSTMENT.name())));
        Place after = wanted.after();
        return Flux.fromIterable(wanted.days().reversed())
                .concatMap(day -> on(day, asked), 1)
                .filter(settlement -> after == null || after.isBefore(settlement));
    }

    /** A day at a time, so that no store has to sort more than that. */
    private Flux<Settlement> on(LocalDate day, Document asked) {
        Document wanted = new Document(asked).append(DAY, day.toString());
        return Flux.from(entries.find(wanted).sort(Sorts.descending("_id")).batchSize(PORTION))
                .map(EntryDocument::toEntry)
                .ofType(Settlement.class);
    }
}
