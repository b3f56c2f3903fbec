package io.crosscare.filing.notice.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.chassis.mongo.Index;
import io.crosscare.chassis.mongo.Indexes;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.notice.Notices;
import io.crosscare.filing.notice.Telling;
import io.crosscare.filing.notice.model.Notice;
import io.crosscare.filing.notice.model.NoticeId;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Notices, one document each, named so that each is there once; and one document that says how far the days were told. */
public final class MongoNotices implements Notices {

    private static final String COLLECTION = "filing_notices";
    private static final String DAYS = "filing_days";
    private static final String FIRSTS = "filing_notice_firsts";
    private static final String DAY = "day";

    public static final Indexes INDEXES =
            new Indexes(List.of(Index.on(COLLECTION, "insuredRegion"), Index.on(COLLECTION, "personId")));

    private final MongoCollection<NoticeDocument> notices;
    private final MongoCollection<Document> days;
    private final MongoCollection<Document> firsts;

    public MongoNotices(MongoDatabase database) {
        this.notices = database.getCollection(COLLECTION, NoticeDocument.class);
        this.days = database.getCollection(DAYS);
        this.firsts = database.getCollection(FIRSTS);
    }

    @Override
    public Mono<Boolean> add(Notice notice) {
        return Mono.defer(() -> Mono.from(notices.insertOne(NoticeDocument.of(notice))))
                .thenReturn(true)
                .onErrorResume(DuplicateKey::isIn, _ -> Mono.just(false));
    }

    /** The day is fixed by the first insert, so the notice has one name however often it is added. */
    @Override
    public Mono<Boolean> addFirst(Notice notice) {
        String id = notice.filingId() + "." + notice.kind() + "." + notice.on();
        Document first =
                new Document("_id", id).append(DAY, notice.id().passed().toString());
        return Mono.defer(() -> Mono.from(firsts.insertOne(first)))
                .then()
                .onErrorComplete(DuplicateKey::isIn)
                .then(Mono.defer(
                        () -> Mono.from(firsts.find(Filters.eq("_id", id)).first())))
                .map(stored -> notice.broughtBy(LocalDate.parse(stored.getString(DAY))))
                .flatMap(this::add);
    }

    @Override
    public Flux<Notice> list(Query query) {
        return Flux.from(notices.find(filterOf(query))
                        .sort(Sorts.ascending("_id"))
                        .limit(query.limit()))
                .map(NoticeDocument::toNotice);
    }

    @Override
    public Mono<LocalDate> lastDayTold(Telling telling) {
        return Mono.from(days.find(Filters.eq("_id", idOf(telling))).first())
                .map(document -> LocalDate.parse(document.getString(DAY)));
    }

    @Override
    public Mono<Void> tellDay(Telling telling, @Nullable LocalDate before, LocalDate day) {
        if (before == null) {
            return Mono.defer(() ->
                            Mono.from(days.insertOne(new Document("_id", idOf(telling)).append(DAY, day.toString()))))
                    .then()
                    .onErrorResume(DuplicateKey::isIn, _ -> Mono.empty());
        }
        Document stillThere = new Document("_id", idOf(telling)).append(DAY, before.toString());
        return Mono.from(days.updateOne(stillThere, Updates.set(DAY, day.toString())))
                .then();
    }

    private static String idOf(Telling telling) {
        return switch (telling) {
            case TIME -> "told";
            case STAYS -> "told-of-stays";
        };
    }

    private static Document filterOf(Query query) {
        Document filter = new Document();
        appendIfGiven(filter, "personId", query.personId());
        filter.append(
                "insuredRegion",
                new Document(
                        "$in",
                        query.insuredRegions().stream().map(RegionCode::value).toList()));
        appendIfGiven(filter, "kind", query.kind());
        NoticeId after = query.after();
        if (after != null) {
            filter.append("_id", new Document("$gt", after.value()));
        }
        return filter;
    }

    private static void appendIfGiven(Document filter, String field, @Nullable Object value) {
        if (value != null) {
            filter.append(field, value.toString());
        }
    }
}
