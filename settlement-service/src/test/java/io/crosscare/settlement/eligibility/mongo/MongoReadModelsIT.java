package io.crosscare.settlement.eligibility.mongo;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.event.Topic;
import io.crosscare.settlement.TestDatabase;
import io.crosscare.settlement.eligibility.ReadModels;
import io.crosscare.settlement.eligibility.ReadModelsContract;
import io.crosscare.settlement.eligibility.kafka.CopiedTopics;
import io.crosscare.settlement.eligibility.model.RefusalReason.Owner;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The copies in the store of the tests. */
class MongoReadModelsIT extends ReadModelsContract {

    private static final Map<Owner, List<Topic>> TOPICS =
            Map.of(Owner.FILING, CopiedTopics.OF_FILING, Owner.REGISTRY, CopiedTopics.OF_REGISTRY);

    @Override
    protected ReadModels copies(Owner... stale) {
        Set<Topic> old = Stream.of(stale)
                .flatMap(owner -> TOPICS.getOrDefault(owner, List.of()).stream())
                .collect(Collectors.toSet());
        return copies(topic -> !old.contains(topic));
    }

    @Test
    void isStaleWhenOneOfAnOwnersTopicsIs() {
        ReadModels copies = copies(topic -> !topic.equals(CopiedTopics.CONNECTIVITY));

        assertThat(await(copies.isFresh(Owner.REGISTRY))).isFalse();
        assertThat(await(copies.isFresh(Owner.FILING))).isTrue();
    }

    private static ReadModels copies(Predicate<Topic> isFresh) {
        return new MongoReadModels(
                TestDatabase.with(MongoReadModels.indexes()), TOPICS, topic -> Mono.just(isFresh.test(topic)));
    }
}
