package io.crosscare.registry.upload;

import io.crosscare.registry.upload.model.Upload;
import reactor.core.publisher.Mono;

/** Port to the provincial or national platform above this installation. */
public interface UpperPlatform {

    /** What became of a record that was sent. Never an error: what is not understood is unknown. */
    sealed interface Reply {

        /** It has the record, since now or already. */
        record Accepted() implements Reply {}

        /**
         * It does not take the record.
         *
         * @param reason in its words
         */
        record Refused(String reason) implements Reply {}

        /** The record has not left: nobody was there, or nobody is asked for a while. */
        record NotSent() implements Reply {}

        /** It was sent, and what came back says neither yes nor no. */
        record Unknown() implements Reply {}
    }

    Mono<Reply> send(Upload upload);
}
