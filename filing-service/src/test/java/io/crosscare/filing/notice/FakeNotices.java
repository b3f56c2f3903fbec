package io.crosscare.filing.notice;

import io.crosscare.filing.notice.model.Notice;
import io.crosscare.filing.notice.model.NoticeId;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Notices in memory. The store can be made to fail after so many. */
final class FakeNotices implements Notices {

    private final TreeMap<String, Notice> stored = new TreeMap<>();
    private final Map<Telling, LocalDate> told = new EnumMap<>(Telling.class);
    private final Map<String, LocalDate> firsts = new HashMap<>();
    private int untilFailure = Integer.MAX_VALUE;

    void failAfter(int notices) {
        untilFailure = notices;
    }

    @Override
    public Mono<Boolean> add(Notice notice) {
        return Mono.fromSupplier(() -> {
            if (untilFailure-- == 0) {
                throw new IllegalStateException("the store is gone");
            }
            return stored.putIfAbsent(notice.id().value(), notice) == null;
        });
    }

    @Override
    public Mono<Boolean> addFirst(Notice notice) {
        return Mono.defer(() -> {
            String name = notice.filingId() + "." + notice.kind() + "." + notice.on();
            LocalDate first = firsts.computeIfAbsent(name, _ -> notice.id().passed());
            return add(notice.broughtBy(first));
        });
    }

    @Override
    public Flux<Notice> list(Query query) {
        NoticeId after = query.after();
        return Flux.fromIterable(stored.values())
                .filter(notice -> query.insuredRegions().contains(notice.insuredRegion()))
                .filter(notice -> query.personId() == null || notice.personId().equals(query.personId()))
                .filter(notice -> query.kind() == null || notice.kind() == query.kind())
                .filter(notice -> after == null || notice.id().value().compareTo(after.value()) > 0)
                .take(query.limit());
    }

    @Override
    public Mono<LocalDate> lastDayTold(Telling telling) {
        return Mono.fromSupplier(() -> told.get(telling));
    }

    @Override
    public Mono<Void> tellDay(Telling telling, @Nullable LocalDate before, LocalDate day) {
        return Mono.fromRunnable(() -> {
            if (Objects.equals(told.get(telling), before)) {
                told.put(telling, day);
            }
        });
    }
}
