package io.crosscare.filing.batch;

import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.security.Caller;
import java.nio.charset.Charset;
import reactor.core.publisher.Flux;

/**
 * A file as it is being sent.
 *
 * @param bytes as they arrive; asked for only as fast as rows are worked on
 */
public record SentFile(
        Caller.Agency agency, IdempotencyKey key, RowFormat format, Charset charset, Flux<byte[]> bytes) {}
