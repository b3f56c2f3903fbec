package io.crosscare.settlement.eligibility.mongo;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.settlement.eligibility.CopiedTopic;
import io.crosscare.settlement.eligibility.StoredCopies;
import io.crosscare.settlement.eligibility.model.CopiedRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link StoredCopies} in the collections of the read models. */
public final class MongoStoredCopies implements StoredCopies {

    private final Map<CopiedTopic, CopyCollection<?, ?>> collections;

    public MongoStoredCopies(MongoDatabase database) {
        this.collections = Arrays.stream(CopiedTopic.values())
                .collect(Collectors.toMap(
                        Function.identity(), topic -> new CopyCollection<>(database, CopyForm.of(topic))));
    }

    @Override
    public Flux<StoredCopy> between(CopiedTopic topic, @Nullable String after, @Nullable String upTo) {
        return of(topic).between(after, upTo);
    }

    @Override
    public Mono<Void> overwrite(CopiedTopic topic, List<CopiedRecord> records) {
        return of(topic).overwrite(records);
    }

    @Override
    public Mono<Void> replace(CopiedTopic topic, StoredCopy seen, CopiedRecord record) {
        return of(topic).replace(seen, record);
    }

    @Override
    public Mono<Void> forget(CopiedTopic topic, StoredCopy seen) {
        return of(topic).forget(seen);
    }

    @Override
    public Mono<Long> count(CopiedTopic topic) {
        return of(topic).count();
    }

    private CopyCollection<?, ?> of(CopiedTopic topic) {
        return Objects.requireNonNull(collections.get(topic));
    }
}
