package io.crosscare.registry.directory;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.registry.directory.Institutions.Recorded;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Reads the sequence of changes for one platform. A bounded part of the sequence is looked through for each answer, so a province
 * with few changes may get an empty answer that is not the end.
 */
public final class ReadChanges {

    private static final int STRIDE = 200;
    private static final int LOOKED_THROUGH_MAX = 2_000;

    private final Institutions institutions;

    public ReadChanges(Institutions institutions) {
        this.institutions = institutions;
    }

    /**
     * A part of the sequence.
     *
     * @param seq up to which it was read
     * @param isAtEnd whether nothing followed
     */
    public record Read(List<Recorded> changes, long seq, boolean isAtEnd) {

        public Read {
            changes = List.copyOf(changes);
        }
    }

    /**
     * What follows a place.
     *
     * @param region whose institutions are wanted; null for all
     */
    public Mono<Read> read(@Nullable RegionCode region, long after, int limit) {
        return read(region, new Read(List.of(), after, false), after + LOOKED_THROUGH_MAX, limit);
    }

    private Mono<Read> read(@Nullable RegionCode region, Read before, long seqMax, int limit) {
        return institutions.following(before.seq(), STRIDE).collectList().flatMap(found -> {
            Read next = add(region, before, found, limit);
            boolean isEnough = next.isAtEnd() || next.changes().size() == limit || next.seq() >= seqMax;
            return isEnough ? Mono.just(next) : read(region, next, seqMax, limit);
        });
    }

    private static Read add(@Nullable RegionCode region, Read before, List<Recorded> found, int limit) {
        List<Recorded> changes = new ArrayList<>(before.changes());
        long seq = before.seq();
        for (Recorded recorded : found) {
            if (changes.size() == limit) {
                return new Read(changes, seq, false);
            }
            seq = recorded.seq();
            if (region == null
                    || region.contains(recorded.change().institution().region())) {
                changes.add(recorded);
            }
        }
        return new Read(changes, seq, found.size() < STRIDE);
    }
}
