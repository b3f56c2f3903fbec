package io.crosscare.filing.disclosure.mongo;

import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.mongo.Index;
import io.crosscare.chassis.mongo.Indexes;
import io.crosscare.filing.disclosure.PersonalDataReads;
import io.crosscare.filing.disclosure.model.PersonalDataRead;
import io.crosscare.filing.disclosure.model.ReadId;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The trail, one document each, found by person and read in the order of their ids. */
public final class MongoPersonalDataReads implements PersonalDataReads {

    private static final String COLLECTION = "personal_data_reads";
    private static final String PERSON = "personId";

    /** Ids of a person's reads begin with the personId and a colon, so all of them are before this. */
    private static final String BEHIND_ALL = ";";

    public static final Indexes INDEXES = new Indexes(List.of(Index.on(COLLECTION, PERSON)));

    private final MongoCollection<PersonalDataReadDocument> reads;

    public MongoPersonalDataReads(MongoDatabase database) {
        this.reads = database.getCollection(COLLECTION, PersonalDataReadDocument.class);
    }

    @Override
    public Mono<Void> add(PersonalDataRead read) {
        return Mono.defer(() -> Mono.from(reads.insertOne(PersonalDataReadDocument.of(read))))
                .then();
    }

    @Override
    public Flux<PersonalDataRead> list(Query query) {
        PersonId person = query.personId();
        Document ids = new Document("$gte", lowest(person, query.from()))
                .append("$lt", behind(person, query.before(), query.after()));
        return Flux.from(reads.find(new Document(PERSON, person.value()).append("_id", ids))
                        .sort(Sorts.descending("_id"))
                        .limit(query.limit()))
                .map(PersonalDataReadDocument::toRead);
    }

    private static String lowest(PersonId person, @Nullable Instant from) {
        return from == null ? person.value() : ReadId.from(person, from);
    }

    private static String behind(PersonId person, @Nullable Instant before, @Nullable ReadId after) {
        String behindDay = before == null ? person + BEHIND_ALL : ReadId.from(person, before);
        return after == null || behindDay.compareTo(after.value()) < 0 ? behindDay : after.value();
    }
}
