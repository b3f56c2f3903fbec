package io.crosscare.settlement.eligibility.web;

import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.Text;
import io.crosscare.settlement.eligibility.CopiedTopic;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which copies are to be rebuilt.
 *
 * @param topics optional, 主题 · names of state topics, one named twice is rebuilt once; left out for all that are copied
 */
record RebuildRequest(@Nullable List<@Nullable String> topics) {

    private static final Text TOPIC = Text.of("不是本服务复制的主题", "must name a topic that is copied");

    List<CopiedTopic> toTopics() {
        if (topics == null) {
            return List.of(CopiedTopic.values());
        }
        FieldChecks checks = new FieldChecks();
        List<Optional<CopiedTopic>> named = topics.stream()
                .map(name -> name == null ? Optional.<CopiedTopic>empty() : CopiedTopic.named(name))
                .toList();
        if (named.isEmpty() || named.stream().anyMatch(Optional::isEmpty)) {
            checks.reject("topics", "copied-topic", TOPIC);
        }
        checks.throwIfInvalid();
        return named.stream().flatMap(Optional::stream).distinct().toList();
    }
}
