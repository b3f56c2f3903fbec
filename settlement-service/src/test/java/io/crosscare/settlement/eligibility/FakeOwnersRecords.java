package io.crosscare.settlement.eligibility;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.settlement.eligibility.model.CopiedRecord;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What the owners have, for tests; in pages of two. */
final class FakeOwnersRecords implements OwnersRecords {

    private static final int PAGE = 2;

    private final Map<CopiedTopic, NavigableMap<String, CopiedRecord>> records = new EnumMap<>(CopiedTopic.class);
    private @Nullable CopiedTopic silent;
    private Runnable afterPage = () -> {};

    void has(CopiedTopic topic, CopiedRecord... all) {
        List.of(all).forEach(record -> of(topic).put(record.recordId(), record));
    }

    /** From now on there is no answer about this topic. */
    void isSilentAbout(CopiedTopic topic) {
        silent = topic;
    }

    /** Runs once, after the next page was told. */
    void afterPage(Runnable change) {
        afterPage = change;
    }

    @Override
    public Mono<OwnersPage> page(CopiedTopic topic, @Nullable String after) {
        return told(topic, known -> {
            var rest = after == null ? known : known.tailMap(after, false);
            List<CopiedRecord> page = rest.values().stream().limit(PAGE).toList();
            Runnable change = afterPage;
            afterPage = () -> {};
            change.run();
            return new OwnersPage(
                    page, page.size() < PAGE ? null : page.getLast().recordId());
        });
    }

    @Override
    public Mono<CopiedRecord> find(CopiedTopic topic, String id) {
        return told(topic, known -> known.get(id));
    }

    private <T> Mono<T> told(CopiedTopic topic, Function<NavigableMap<String, CopiedRecord>, @Nullable T> answer) {
        return topic == silent
                ? Mono.error(ProblemException.peerUnavailable(
                        "filing", Duration.ofSeconds(2), new IllegalStateException("silent")))
                : Mono.fromSupplier(() -> answer.apply(of(topic)));
    }

    private NavigableMap<String, CopiedRecord> of(CopiedTopic topic) {
        return records.computeIfAbsent(topic, _ -> new TreeMap<>());
    }
}
