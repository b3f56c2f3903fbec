package io.crosscare.registry.directory;

import io.crosscare.registry.model.Institution;
import io.crosscare.registry.model.InstitutionOrder;
import io.crosscare.registry.model.ListedInstitution;
import io.crosscare.registry.model.Versioned;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * All institutions in memory, for lists and searches that no index serves. Before each answer the sequence of changes is read
 * from where this copy stands, by exact ids: what was recorded before the question, by whichever instance, is in the answer.
 */
public final class InstitutionDirectory {

    private static final int STRIDE = 32;

    private final Institutions institutions;
    private final Readings readings;
    private final AtomicReference<@Nullable Listing> latest = new AtomicReference<>();

    public InstitutionDirectory(Institutions institutions, Readings readings) {
        this.institutions = institutions;
        this.readings = readings;
    }

    /** The institutions as they are now. */
    public Mono<Listing> upToDate() {
        return Mono.defer(() -> {
            Listing present = latest.get();
            return present == null ? load().flatMap(this::follow) : follow(present);
        });
    }

    private Mono<Listing> follow(Listing present) {
        return institutions.following(present.seq(), STRIDE).collectList().flatMap(changes -> {
            if (changes.isEmpty()) {
                return Mono.just(present);
            }
            Listing next = remember(present.with(changes, readings));
            return changes.size() < STRIDE ? Mono.just(next) : follow(next);
        });
    }

    /** Everything once, at the start of the process; what changes meanwhile follows. */
    private Mono<Listing> load() {
        return institutions
                .end()
                .flatMap(end ->
                        institutions.after(null).collectList().map(all -> remember(Listing.of(end, all, readings))));
    }

    private Listing remember(Listing next) {
        latest.accumulateAndGet(
                next, (one, other) -> one != null && other != null && one.seq() > other.seq() ? one : other);
        return next;
    }

    /** The institutions as of one place in the sequence of changes. */
    public static final class Listing {

        private final long seq;
        private final Map<String, ListedInstitution> byCode;
        private final Map<InstitutionOrder, List<ListedInstitution>> orders = new ConcurrentHashMap<>();

        private Listing(long seq, Map<String, ListedInstitution> byCode) {
            this.seq = seq;
            this.byCode = byCode;
        }

        static Listing of(long seq, List<Versioned<Institution>> all, Readings readings) {
            Map<String, ListedInstitution> byCode = new HashMap<>();
            all.forEach(stored -> put(byCode, stored, readings));
            return new Listing(seq, byCode);
        }

        Listing with(List<Institutions.Recorded> changes, Readings readings) {
            Map<String, ListedInstitution> next = new HashMap<>(byCode);
            changes.forEach(recorded -> put(
                    next,
                    new Versioned<>(
                            recorded.change().institution(), recorded.change().version()),
                    readings));
            return new Listing(changes.getLast().seq(), next);
        }

        /** A record may have been read after a change that is told again now. */
        private static void put(
                Map<String, ListedInstitution> byCode, Versioned<Institution> stored, Readings readings) {
            byCode.merge(
                    stored.value().code().value(),
                    ListedInstitution.of(stored, readings.of(stored.value().name())),
                    (present, told) ->
                            told.stored().version() > present.stored().version() ? told : present);
        }

        public long seq() {
            return seq;
        }

        public @Nullable ListedInstitution find(String code) {
            return byCode.get(code);
        }

        /** All of them, sorted. */
        public List<ListedInstitution> in(InstitutionOrder order) {
            return orders.computeIfAbsent(
                    order,
                    wanted ->
                            byCode.values().stream().sorted(wanted.comparator()).toList());
        }
    }
}
