package io.crosscare.settlement.audit;

import io.crosscare.settlement.audit.model.Audit;
import io.crosscare.settlement.audit.model.Audit.Finished;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Audits for tests, kept to the same contract as the store's. */
final class InMemoryAudits implements Audits {

    private final List<Audit> audits = new ArrayList<>();

    @Override
    public Mono<Audit> find(String id) {
        return all().filter(audit -> audit.id().equals(id)).next();
    }

    @Override
    public Mono<Audit> byRequest(String requestKey) {
        return all().filter(audit -> audit.requestKey().equals(requestKey)).next();
    }

    @Override
    public Flux<Audit> running() {
        return all().filter(Audit::isRunning);
    }

    @Override
    public Mono<Audit> last() {
        return all().sort(Comparator.comparingLong(Audit::number).reversed()).next();
    }

    @Override
    public Mono<Audit> lastFinished() {
        return all().filter(audit -> audit.course() instanceof Finished)
                .sort(Comparator.comparingLong(Audit::number).reversed())
                .next();
    }

    @Override
    public Mono<Boolean> begin(Audit audit) {
        return Mono.fromSupplier(() -> insert(audit));
    }

    private synchronized boolean insert(Audit audit) {
        boolean isTaken = audits.stream()
                .anyMatch(one ->
                        one.number() == audit.number() || one.requestKey().equals(audit.requestKey()));
        return !isTaken && audits.add(audit);
    }

    @Override
    public Mono<Boolean> replaceRunning(Audit audit) {
        return Mono.fromSupplier(() -> replace(audit));
    }

    private synchronized boolean replace(Audit audit) {
        boolean isThere = audits.removeIf(one -> one.id().equals(audit.id()) && one.isRunning());
        return isThere && audits.add(audit);
    }

    private Flux<Audit> all() {
        return Flux.defer(() -> {
            synchronized (this) {
                return Flux.fromIterable(List.copyOf(audits));
            }
        });
    }
}
