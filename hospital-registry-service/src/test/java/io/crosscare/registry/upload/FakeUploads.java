package io.crosscare.registry.upload;

import io.crosscare.registry.upload.model.Upload;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Uploads in memory. */
public final class FakeUploads implements Uploads {

    private final Map<String, Upload> byId = new TreeMap<>();
    private long taken;

    @Override
    public Mono<Upload> find(String id) {
        return Mono.justOrEmpty(byId.get(id));
    }

    @Override
    public Mono<Boolean> put(Upload next) {
        return Mono.fromSupplier(() -> {
            Upload present = byId.get(next.id());
            long before = present == null ? 0 : present.version();
            if (before != next.version() - 1) {
                return false;
            }
            byId.put(next.id(), next);
            return true;
        });
    }

    @Override
    public Flux<Upload> due(Instant now, int limit) {
        return Flux.fromIterable(byId.values())
                .filter(upload -> upload.nextAttemptAt() != null
                        && !upload.nextAttemptAt().isAfter(now))
                .take(limit);
    }

    @Override
    public Flux<Upload> list(Query query, int limit) {
        return Flux.fromIterable(byId.values())
                .filter(upload -> query.state() == null || upload.state() == query.state())
                .take(limit);
    }

    @Override
    public Mono<Long> institutionsTakenTo() {
        return Mono.fromSupplier(() -> taken);
    }

    @Override
    public Mono<Void> rememberInstitutionsTaken(long seq) {
        return Mono.fromRunnable(() -> taken = Math.max(taken, seq));
    }
}
