package io.crosscare.registry.upload;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.registry.upload.model.Upload;
import io.crosscare.registry.upload.model.UploadKind;
import io.crosscare.registry.upload.model.UploadState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Port to the uploads, one for each record. */
public interface Uploads {

    Mono<Upload> find(String id);

    /**
     * Stores the next state of an upload.
     *
     * @return whether it is stored; false when the upload has another version than the one before
     */
    Mono<Boolean> put(Upload next);

    /** Uploads whose next attempt has come, at most so many. */
    Flux<Upload> due(Instant now, int limit);

    /** Uploads by id, at most so many. */
    Flux<Upload> list(Query query, int limit);

    /** How far the sequence of changes of institutions has been taken over; 0 at first. */
    Mono<Long> institutionsTakenTo();

    /** Remembers that; never goes back. */
    Mono<Void> rememberInstitutionsTaken(long seq);

    /**
     * Which uploads are wanted; null excludes none.
     *
     * @param region those of this region and inside it
     * @param after id of the last upload of the page before
     */
    record Query(
            @Nullable UploadState state,
            @Nullable UploadKind kind,
            @Nullable RegionCode region,
            @Nullable String after) {}
}
