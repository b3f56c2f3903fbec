package io.crosscare.chassis.event;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.codecs.pojo.annotations.BsonId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How old a copy of a state topic may be: every partition's last heartbeat, kept in the store so that all instances of a
 * consumer know it. A copy may be believed alone only while it is fresh (design.md §2).
 */
public final class Freshness {

    public static final Duration AGE_MAX = Duration.ofSeconds(60);
    private static final Duration CACHED_FOR = Duration.ofSeconds(1);

    private final MongoCollection<HeartbeatDocument> heartbeats;
    private final Clock clock;
    private final Map<String, Reading> readings = new ConcurrentHashMap<>();

    public Freshness(MongoDatabase database, Clock clock) {
        this.heartbeats = database.getCollection("heartbeats", HeartbeatDocument.class);
        this.clock = clock;
    }

    /** Whether everything the owner stored more than {@link #AGE_MAX} ago has arrived here. */
    public Mono<Boolean> isFresh(Topic topic) {
        return publishedBefore(topic).map(before -> before.plus(AGE_MAX).isAfter(clock.instant()));
    }

    /** Everything the owner stored before this instant has arrived; {@link Instant#EPOCH} when that was never said. */
    public Mono<Instant> publishedBefore(Topic topic) {
        Reading cached = readings.get(topic.name());
        if (cached != null && cached.readAt().plus(CACHED_FOR).isAfter(clock.instant())) {
            return Mono.just(cached.publishedBefore());
        }
        return read(topic).doOnNext(before -> readings.put(topic.name(), new Reading(clock.instant(), before)));
    }

    Mono<Void> record(String topic, int partition, Instant publishedBefore) {
        HeartbeatDocument document = new HeartbeatDocument(idOf(topic, partition), publishedBefore);
        return Mono.from(heartbeats.replaceOne(
                        Filters.eq("_id", document.id()), document, new ReplaceOptions().upsert(true)))
                .then();
    }

    /** Reads the store and remembers nothing, so that whoever only watches changes no decision. */
    Mono<Instant> read(Topic topic) {
        var ids = IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(partition -> idOf(topic.name(), partition))
                .toList();
        return Flux.from(heartbeats.find(Filters.in("_id", ids)))
                .map(HeartbeatDocument::publishedBefore)
                .collect(Collectors.toList())
                .map(known -> known.size() < Topic.PARTITIONS
                        ? Instant.EPOCH
                        : known.stream().min(Instant::compareTo).orElse(Instant.EPOCH));
    }

    private static String idOf(String topic, int partition) {
        return topic + ":" + partition;
    }

    private record Reading(Instant readAt, Instant publishedBefore) {}

    /** Public for the driver's record codec. */
    public record HeartbeatDocument(@BsonId String id, Instant publishedBefore) {}
}
