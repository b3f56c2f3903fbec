package io.crosscare.registry.upload;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.registry.directory.Institutions;
import io.crosscare.registry.directory.Institutions.Recorded;
import io.crosscare.registry.directory.PublishedInstitution;
import io.crosscare.registry.model.InstitutionChange;
import io.crosscare.registry.model.Versioned;
import io.crosscare.registry.upload.model.Upload;
import io.crosscare.registry.upload.model.UploadKind;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes every new version of an institution or a filing due. May be told anything again, in any order. */
public final class TakeOver {

    private static final int STRIDE = 64;
    private static final int ATTEMPTS_MAX = 8;

    private final Uploads uploads;
    private final Institutions institutions;
    private final Function<Object, String> json;
    private final Clock clock;

    /**
     * Makes the use case.
     *
     * @param json writes a record as the platform gets it
     */
    public TakeOver(Uploads uploads, Institutions institutions, Function<Object, String> json, Clock clock) {
        this.uploads = uploads;
        this.institutions = institutions;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A version of a record.
     *
     * @param body as the platform gets it, without personal data
     */
    public record Told(UploadKind kind, String recordId, long recordVersion, RegionCode region, String body) {}

    /** Makes a version due, unless it, or a later one, has been told before. */
    public Mono<Void> tell(Told told) {
        return Mono.defer(() -> attempt(told))
                .repeatWhenEmpty(turns -> turns.take(ATTEMPTS_MAX - 1L))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException(told.recordId() + " changes all the time")))
                .then();
    }

    /** Empty when somebody else changed the upload meanwhile. */
    private Mono<Boolean> attempt(Told told) {
        return uploads.find(told.kind() + ":" + told.recordId())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(present -> next(told, present).map(uploads::put).orElse(Mono.just(true)))
                .filter(isDone -> isDone);
    }

    private Optional<Upload> next(Told told, Optional<Upload> present) {
        if (present.isEmpty()) {
            return Optional.of(Upload.due(
                    told.kind(), told.recordId(), told.recordVersion(), told.region(), told.body(), clock.instant()));
        }
        return present.filter(upload -> upload.recordVersion() < told.recordVersion())
                .map(upload -> upload.replacedBy(told.recordVersion(), told.region(), told.body(), clock.instant()));
    }

    /** Takes over what the sequence of changes of institutions has more; nothing is passed over by a crash. */
    public Mono<Void> takeInstitutions() {
        return uploads.institutionsTakenTo()
                .flatMap(seq -> institutions.following(seq, STRIDE).collectList())
                .flatMap(this::takeInstitutions)
                .repeat()
                .takeUntil(isMore -> !isMore)
                .then();
    }

    /** Whether there may be more. */
    private Mono<Boolean> takeInstitutions(List<Recorded> changes) {
        if (changes.isEmpty()) {
            return Mono.just(false);
        }
        return Flux.fromIterable(changes)
                .concatMap(recorded -> tell(told(recorded.change())))
                .then(uploads.rememberInstitutionsTaken(changes.getLast().seq()))
                .thenReturn(changes.size() == STRIDE);
    }

    private Told told(InstitutionChange change) {
        var published = PublishedInstitution.of(new Versioned<>(change.institution(), change.version()), change.at());
        return new Told(
                UploadKind.INSTITUTION,
                published.code(),
                change.version(),
                change.institution().region(),
                json.apply(published));
    }
}
