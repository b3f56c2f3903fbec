package io.crosscare.settlement.eligibility.mongo;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.event.Topic;
import io.crosscare.settlement.TestDatabase;
import io.crosscare.settlement.eligibility.CopiedTopic;
import io.crosscare.settlement.eligibility.ReadModels;
import io.crosscare.settlement.eligibility.ReadModelsContract;
import io.crosscare.settlement.eligibility.model.RefusalReason.Owner;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The copies in the store of the tests. */
class MongoReadModelsIT extends ReadModelsContract {

    @Override
    protected ReadModels copies(Owner... stale) {
        Set<Owner> old = Set.of(stale);
        return copies(topic -> CopiedTopic.named(topic.name())
                .map(CopiedTopic::owner)
                .filter(old::contains)
                .isEmpty());
    }

    @Test
    void isStaleWhenOneOfAnOwnersTopicsIs() {
        ReadModels copies = copies(topic -> !topic.equals(CopiedTopic.CONNECTIVITY.topic()));

        assertThat(await(copies.isFresh(Owner.REGISTRY))).isFalse();
        assertThat(await(copies.isFresh(Owner.FILING))).isTrue();
    }

    private static ReadModels copies(Predicate<Topic> isFresh) {
        return new MongoReadModels(
                TestDatabase.with(MongoReadModels.indexes()), topic -> Mono.just(isFresh.test(topic)));
    }
}
