package io.crosscare.registry.upload;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.registry.upload.model.Upload;
import io.crosscare.registry.upload.model.UploadState;
import java.time.Clock;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/** Sends a refused record once more, when whoever answers for it has put right what the platform did not like. */
public final class RetryUpload {

    private final Uploads uploads;
    private final Clock clock;

    public RetryUpload(Uploads uploads, Clock clock) {
        this.uploads = uploads;
        this.clock = clock;
    }

    /** What became of the wish. */
    public sealed interface Outcome {

        record Due(Upload upload) implements Outcome {}

        /** It is not refused, so there is nothing to try again. */
        record NotRefused() implements Outcome {}
    }

    /** Empty when there is no such upload for the caller. */
    public Mono<Outcome> retry(String id, Predicate<RegionCode> mayAsk) {
        return uploads.find(id).filter(upload -> mayAsk.test(upload.region())).flatMap(upload -> {
            if (upload.state() != UploadState.REFUSED) {
                return Mono.just(new Outcome.NotRefused());
            }
            Upload next = upload.retried(clock.instant());
            return uploads.put(next).map(isDone -> isDone ? new Outcome.Due(next) : new Outcome.NotRefused());
        });
    }
}
