package io.crosscare.benchmark.settle;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Every settlement that was answered, by person: what the chains must hold afterwards, no more and no less. */
final class Ledger {

    private final Map<String, Set<String>> idsByPerson = new ConcurrentHashMap<>();
    private final AtomicLong answers = new AtomicLong();

    void settled(String personId, String settlementId) {
        answers.incrementAndGet();
        idsByPerson
                .computeIfAbsent(personId, _ -> ConcurrentHashMap.newKeySet())
                .add(settlementId);
    }

    long answers() {
        return answers.get();
    }

    /** Fewer than the answers when two requests were told the same settlement. */
    long distinct() {
        return idsByPerson.values().stream().mapToLong(Set::size).sum();
    }

    /** Some of the settlements, each of another person. */
    List<String> sample(int size) {
        return idsByPerson.values().stream()
                .map(ids -> ids.iterator().next())
                .limit(size)
                .toList();
    }

    Set<String> of(String personId) {
        return new HashSet<>(idsByPerson.getOrDefault(personId, Set.of()));
    }
}
