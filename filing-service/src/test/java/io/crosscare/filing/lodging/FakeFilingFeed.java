package io.crosscare.filing.lodging;

import io.crosscare.filing.lodging.model.FilingVersion;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The feed in memory. */
public final class FakeFilingFeed implements FilingFeed {

    private final List<FilingVersion> told = new ArrayList<>();
    private int failsAfter = Integer.MAX_VALUE;

    /** After so many versions the store is gone, until it is {@link #recover}ed. */
    void failAfter(int versions) {
        failsAfter = versions;
    }

    void recover() {
        failsAfter = Integer.MAX_VALUE;
    }

    List<FilingVersion> told() {
        return List.copyOf(told);
    }

    @Override
    public Mono<Boolean> tell(FilingVersion version) {
        return Mono.fromSupplier(() -> {
            if (told.stream().anyMatch(before -> isSame(before, version))) {
                return false;
            }
            if (told.size() >= failsAfter) {
                throw new IllegalStateException("the store is gone");
            }
            return told.add(version);
        });
    }

    private static boolean isSame(FilingVersion one, FilingVersion other) {
        return one.id().equals(other.id()) && one.version() == other.version();
    }

    @Override
    public Flux<Recorded> following(long seq, int limit) {
        return Flux.range(1, told.size())
                .filter(place -> place > seq && place <= seq + limit)
                .map(place -> new Recorded(place, told.get(place - 1)));
    }
}
