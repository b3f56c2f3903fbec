package io.crosscare.settlement.eligibility;

import io.crosscare.chassis.id.RandomIds;
import io.crosscare.settlement.eligibility.CopyRebuild.Part;
import io.crosscare.settlement.eligibility.OwnersRecords.OwnersPage;
import io.crosscare.settlement.eligibility.StoredCopies.StoredCopy;
import io.crosscare.settlement.eligibility.model.CopiedRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Rebuilds the read models from all that the owners have, page by page and in place: what the owner tells is written anew, and
 * what it does not have is deleted. Eligibility is decided meanwhile as ever, for no copy is missing that was there; events that
 * arrive meanwhile are later versions, which stay.
 */
public final class RebuildCopies {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildCopies.class);
    private static final int ASKED_AT_ONCE = 8;

    private final OwnersRecords owners;
    private final StoredCopies copies;
    private final CopyRebuilds rebuilds;
    private final RandomIds ids;
    private final Clock clock;
    private final AtomicReference<@Nullable CopyRebuild> next = new AtomicReference<>();

    public RebuildCopies(OwnersRecords owners, StoredCopies copies, CopyRebuilds rebuilds, RandomIds ids, Clock clock) {
        this.owners = owners;
        this.copies = copies;
        this.rebuilds = rebuilds;
        this.ids = ids;
        this.clock = clock;
    }

    /** What became of a request. */
    public sealed interface Requested {

        /** It runs from the next {@link #turn} on. */
        record Begun(CopyRebuild rebuild) implements Requested {}

        /** Another one runs. */
        record Busy(CopyRebuild running) implements Requested {}
    }

    /** Takes a request. The work is done in the next turn of this process. */
    public Mono<Requested> request(List<CopiedTopic> topics, String by) {
        CopyRebuild rebuild = CopyRebuild.begin(ids.next('r'), by, topics, now());
        return rebuilds.begin(rebuild, now()).flatMap(hasBegun -> {
            if (hasBegun) {
                next.set(rebuild);
                return Mono.just(new Requested.Begun(rebuild));
            }
            return rebuilds.latest().map(Requested.Busy::new);
        });
    }

    /** Does what was requested of this process, if anything was. */
    public Mono<Void> turn() {
        return Mono.justOrEmpty(next.getAndSet(null)).flatMap(this::run);
    }

    private Mono<Void> run(CopyRebuild rebuild) {
        AtomicReference<CopyRebuild> state = new AtomicReference<>(rebuild);
        return Flux.fromIterable(rebuild.parts())
                .concatMap(part -> rebuild(part, state))
                .then(Mono.fromSupplier(() -> state.get().ended(now(), false)))
                .onErrorResume(error -> {
                    LOG.error("rebuild {} of the read models failed", rebuild.id(), error);
                    return Mono.just(state.get().ended(now(), true));
                })
                .flatMap(ended -> rebuilds.say(ended).doOnSuccess(_ -> report(ended)));
    }

    private Mono<Void> rebuild(Part part, AtomicReference<CopyRebuild> state) {
        CopiedTopic topic = part.topic();
        return pages(topic)
                .concatMap(page -> renew(topic, page))
                .scan(part, Part::plus)
                .skip(1)
                .concatMap(soFar -> rebuilds.say(state.updateAndGet(known -> known.with(soFar, now()))))
                .then();
    }

    /** A page and the id after which it begins. */
    private record Asked(@Nullable String after, OwnersPage page) {}

    private Flux<Asked> pages(CopiedTopic topic) {
        return page(topic, null)
                .expand(asked -> asked.page().next() == null
                        ? Mono.empty()
                        : page(topic, asked.page().next()));
    }

    private Mono<Asked> page(CopiedTopic topic, @Nullable String after) {
        return owners.page(topic, after).map(page -> new Asked(after, page));
    }

    private Mono<Part> renew(CopiedTopic topic, Asked asked) {
        List<CopiedRecord> records = asked.page().records();
        Map<String, CopiedRecord> owned =
                records.stream().collect(Collectors.toMap(CopiedRecord::recordId, Function.identity()));
        return copies.between(topic, asked.after(), asked.page().next())
                .collectMap(StoredCopy::id, StoredCopy::version)
                .flatMap(stored -> copies.overwrite(topic, records)
                        .then(withdraw(topic, suspects(stored, owned)))
                        .map(withdrawn -> new Part(
                                topic,
                                records.size(),
                                records.stream()
                                        .filter(record -> !stored.containsKey(record.recordId()))
                                        .count(),
                                records.stream()
                                        .filter(record -> isOutdated(stored, record))
                                        .count(),
                                withdrawn,
                                asked.page().next() == null)));
    }

    private static boolean isOutdated(Map<String, Long> stored, CopiedRecord record) {
        Long version = stored.get(record.recordId());
        return version != null && version < record.version();
    }

    /** Copies that say more than their owner did. An event may have come since the page was read, so the owner is asked again. */
    private static List<StoredCopy> suspects(Map<String, Long> stored, Map<String, CopiedRecord> owned) {
        return stored.entrySet().stream()
                .filter(copy -> !owned.containsKey(copy.getKey())
                        || owned.get(copy.getKey()).version() < copy.getValue())
                .map(copy -> new StoredCopy(copy.getKey(), copy.getValue()))
                .toList();
    }

    private Mono<Long> withdraw(CopiedTopic topic, List<StoredCopy> suspects) {
        return Flux.fromIterable(suspects)
                .flatMap(
                        copy -> owners.find(topic, copy.id())
                                .map(Optional::of)
                                .defaultIfEmpty(Optional.empty())
                                .flatMap(record -> withdraw(topic, copy, record)),
                        ASKED_AT_ONCE)
                .filter(isWithdrawn -> isWithdrawn)
                .count();
    }

    private Mono<Boolean> withdraw(CopiedTopic topic, StoredCopy copy, Optional<CopiedRecord> owned) {
        if (owned.isEmpty()) {
            return copies.forget(topic, copy).thenReturn(true);
        }
        CopiedRecord record = owned.get();
        return record.version() < copy.version()
                ? copies.replace(topic, copy, record).thenReturn(true)
                : copies.overwrite(topic, List.of(record)).thenReturn(false);
    }

    private static void report(CopyRebuild ended) {
        LOG.info(
                "rebuild {} of the read models {}: {}",
                ended.id(),
                ended.hasFailed() ? "failed" : "ended",
                ended.parts());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
