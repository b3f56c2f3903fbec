package io.crosscare.correction.deadletter;

import io.crosscare.correction.deadletter.model.DeadLetter;
import io.crosscare.correction.deadletter.model.LetterId;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The dead letters for tests, kept to the same contract as the store's. */
final class FakeDeadLetters implements DeadLetters {

    private static final Comparator<DeadLetter> LATEST_FIRST = Comparator.comparing(DeadLetter::parkedAt)
            .thenComparing(letter -> letter.id().value())
            .reversed();

    private final Map<LetterId, DeadLetter> letters = new ConcurrentHashMap<>();
    private final Map<LetterId, Payload> payloads = new ConcurrentHashMap<>();

    @Override
    public Mono<Void> keep(DeadLetter letter, Payload payload) {
        return Mono.fromRunnable(() -> {
            payloads.putIfAbsent(letter.id(), payload);
            letters.putIfAbsent(letter.id(), stored(letter));
        });
    }

    @Override
    public Mono<DeadLetter> find(LetterId id) {
        return Mono.fromSupplier(() -> letters.get(id));
    }

    @Override
    public Mono<Payload> payload(LetterId id) {
        return Mono.fromSupplier(() -> payloads.get(id));
    }

    @Override
    public Mono<Boolean> replace(DeadLetter changed) {
        return Mono.fromSupplier(() -> {
            DeadLetter present = letters.get(changed.id());
            return present != null
                    && present.version() == changed.version()
                    && letters.replace(changed.id(), present, stored(changed));
        });
    }

    @Override
    public Flux<DeadLetter> list(Query query) {
        Place after = query.after();
        return Flux.fromStream(() -> letters.values().stream().sorted(LATEST_FIRST))
                .filter(letter -> query.state() == null || query.state() == letter.state())
                .filter(letter -> query.topic() == null
                        || query.topic().equals(letter.origin().topic()))
                .filter(letter -> query.consumer() == null
                        || query.consumer().equals(letter.origin().consumer()))
                .filter(letter -> after == null || isBehind(letter, after))
                .take(query.limit());
    }

    private static boolean isBehind(DeadLetter letter, Place after) {
        int byTime = letter.parkedAt().compareTo(after.parkedAt());
        return byTime < 0
                || (byTime == 0 && letter.id().value().compareTo(after.id().value()) < 0);
    }

    @Override
    public Flux<DeadLetter> replaysOf(Collection<LetterId> originals) {
        return Flux.fromStream(() -> letters.values().stream().sorted(LATEST_FIRST))
                .filter(letter -> letter.replayOf() != null && originals.contains(letter.replayOf()));
    }

    @Override
    public Flux<Waiting> waiting() {
        return Flux.fromStream(() -> letters.values().stream()
                .filter(letter -> letter.state() == DeadLetter.State.WAITING)
                .collect(Collectors.groupingBy(letter -> letter.origin().topic(), Collectors.counting()))
                .entrySet()
                .stream()
                .map(count -> new Waiting(count.getKey(), count.getValue())));
    }

    private static DeadLetter stored(DeadLetter letter) {
        return new DeadLetter(
                letter.id(),
                letter.origin(),
                letter.parkedAt(),
                letter.key(),
                letter.content(),
                letter.sizeBytes(),
                letter.reason(),
                letter.replayOf(),
                letter.acts(),
                letter.version() + 1);
    }
}
