package io.crosscare.chassis.event;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.kafka.core.KafkaAdmin;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Creates the topics a service publishes or consumes, and their dead letters; what exists is left alone. */
public final class TopicSetup {

    private final KafkaAdmin admin;
    private final List<Topic> topics;

    public TopicSetup(KafkaAdmin admin, List<Topic> topics) {
        this.admin = admin;
        this.topics = topics.stream().distinct().toList();
    }

    public Mono<Void> create() {
        NewTopic[] wanted = topics.stream().flatMap(TopicSetup::describe).toArray(NewTopic[]::new);
        return Mono.<Void>fromRunnable(() -> admin.createOrModifyTopics(wanted))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static Stream<NewTopic> describe(Topic topic) {
        NewTopic main = new NewTopic(topic.name(), Topic.PARTITIONS, (short) -1);
        if (topic.isState()) {
            main.configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
        } else {
            main.configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));
        }
        return Stream.of(main, new NewTopic(topic.deadLetters(), 1, (short) -1));
    }
}
