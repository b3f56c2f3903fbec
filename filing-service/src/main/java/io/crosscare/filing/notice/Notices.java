package io.crosscare.filing.notice;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.notice.model.Notice;
import io.crosscare.filing.notice.model.NoticeId;
import io.crosscare.filing.notice.model.NoticeKind;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Port to the notices, and to how far the days have been told. */
public interface Notices {

    /**
     * Which notices are asked for, in the order of their ids.
     *
     * @param insuredRegions those the caller may see
     * @param after the last id of the page before
     */
    record Query(
            Set<RegionCode> insuredRegions,
            @Nullable PersonId personId,
            @Nullable NoticeKind kind,
            @Nullable NoticeId after,
            int limit) {

        public Query {
            insuredRegions = Set.copyOf(insuredRegions);
        }
    }

    /** Adds a notice; false where it is there already. */
    Mono<Boolean> add(Notice notice);

    /**
     * Adds a notice unless one of the kind was added for the filing and its last day before, whichever day brought it; false
     * where it is there already. Again after an interruption it is added under the first day.
     */
    Mono<Boolean> addFirst(Notice notice);

    Flux<Notice> list(Query query);

    /** The last day that was told to its end; empty before the first. */
    Mono<LocalDate> lastDayTold(Telling telling);

    /**
     * Notes that a day was told to its end. Where another process has gone further, nothing changes.
     *
     * @param before the last day told until now; null where there is none
     */
    Mono<Void> tellDay(Telling telling, @Nullable LocalDate before, LocalDate day);
}
