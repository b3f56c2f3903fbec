package io.crosscare.chassis.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Has everything published again whose topic never held a message: the broker is new, has lost its disk, or was set aside when
 * a store was restored. To be run after the topics exist and before the relay's first turn, which would fill them.
 */
public final class TopicRefill {

    private static final Logger LOG = LoggerFactory.getLogger(TopicRefill.class);
    private static final int ANSWER_SECONDS_MAX = 10;

    private final KafkaAdmin admin;
    private final List<Outbox> outboxes;

    public TopicRefill(KafkaAdmin admin, List<Outbox> outboxes) {
        this.admin = admin;
        this.outboxes = List.copyOf(outboxes);
    }

    public Mono<Void> refill() {
        return Mono.fromCallable(this::withEmptyTopic)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMapMany(Flux::fromIterable)
                .concatMap(outbox -> {
                    LOG.info(
                            "{} is empty: everything stored for it is published",
                            outbox.topic().name());
                    return outbox.publishAgain();
                })
                .then();
    }

    private List<Outbox> withEmptyTopic() throws ExecutionException, InterruptedException, TimeoutException {
        if (outboxes.isEmpty()) {
            return List.of();
        }
        Map<TopicPartition, OffsetSpec> ends = outboxes.stream()
                .map(Outbox::topic)
                .distinct()
                .flatMap(topic -> IntStream.range(0, Topic.PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> found;
        try (AdminClient client = AdminClient.create(admin.getConfigurationProperties())) {
            found = client.listOffsets(ends).all().get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
        }
        List<Outbox> empty = new ArrayList<>(outboxes);
        empty.removeIf(outbox -> found.entrySet().stream()
                .anyMatch(end -> end.getKey().topic().equals(outbox.topic().name())
                        && end.getValue().offset() > 0));
        return empty;
    }
}
