package io.crosscare.filing.notice;

import io.crosscare.filing.lodging.FilingRules;
import io.crosscare.filing.lodging.Filings;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.Promise;
import io.crosscare.filing.lodging.model.RegionRules;
import io.crosscare.filing.notice.model.DayHasPassed;
import io.crosscare.filing.notice.model.Notice;
import io.crosscare.filing.notice.model.NoticeKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells, day by day, which filings end and which promises are due. A day is told when it is over, also weeks later; an
 * interruption tells the rest of it, two processes tell it once. A promise entered too late for its day is told with the day
 * of its entry. Time alone changes no filing.
 */
public final class TellOfTime {

    /** How many notices of a day are stored at a time. */
    private static final int CONCURRENCY = 8;

    private static final Set<NoticeKind> KINDS = EnumSet.complementOf(EnumSet.of(NoticeKind.ENDS_DURING_STAY));

    private final Filings filings;
    private final FilingRules rules;
    private final Notices notices;
    private final EachDay days;
    private final Clock clock;
    private final MeterRegistry meters;

    public TellOfTime(Filings filings, FilingRules rules, Notices notices, Clock clock, MeterRegistry meters) {
        this.filings = filings;
        this.rules = rules;
        this.notices = notices;
        this.clock = clock;
        this.meters = meters;
        this.days = new EachDay(notices, clock);
        KINDS.forEach(this::told);
    }

    /** Tells every day that is over and was not told yet. */
    public Mono<Void> catchUp() {
        return days.catchUp(Telling.TIME, this::on);
    }

    /** Everything a day has to say; saying it twice says it once. */
    private Mono<Void> on(DayHasPassed passed) {
        return Flux.fromIterable(rules.regions())
                .concatMap(region -> noticesOf(rules.require(region), passed))
                .flatMap(this::tell, CONCURRENCY)
                .then();
    }

    private Flux<Notice> noticesOf(RegionRules region, DayHasPassed passed) {
        LocalDate endingOn = passed.next().plusDays(region.reminders().endingDays());
        return Flux.concat(
                filings.endingOn(region.region(), passed.day())
                        .map(filing -> notice(filing, NoticeKind.FILING_ENDED, passed.day(), passed)),
                filings.endingOn(region.region(), endingOn)
                        .map(filing -> notice(filing, NoticeKind.FILING_ENDING, endingOn, passed)),
                filings.promisedFor(region.region(), Set.of(passed.day()))
                        .mapNotNull(filing -> ofPromise(filing, NoticeKind.PROMISE_OVERDUE, passed)),
                remindersOf(region, passed));
    }

    /** Of promises entered in time and, the day after, of those entered when it was late already. */
    private Flux<Notice> remindersOf(RegionRules region, DayHasPassed passed) {
        int daysBefore = region.reminders().promiseDays();
        Set<LocalDate> days = passed.next()
                .datesUntil(passed.next().plusDays(daysBefore + 1L))
                .collect(Collectors.toUnmodifiableSet());
        return filings.promisedFor(region.region(), days)
                .filter(filing -> filing.content()
                        .remindedAfter(daysBefore)
                        .filter(passed.day()::equals)
                        .isPresent())
                .mapNotNull(filing -> ofPromise(filing, NoticeKind.PROMISE_DUE, passed));
    }

    private @Nullable Notice ofPromise(Filing filing, NoticeKind kind, DayHasPassed passed) {
        Promise promise = filing.content().promise();
        return promise == null ? null : notice(filing, kind, promise.dueOn(), passed);
    }

    private Notice notice(Filing filing, NoticeKind kind, LocalDate on, DayHasPassed passed) {
        return Notice.of(filing, kind, on, passed, clock.instant());
    }

    private Mono<Void> tell(Notice notice) {
        return notices.add(notice)
                .filter(isNew -> isNew)
                .doOnNext(_ -> told(notice.kind()).increment())
                .then();
    }

    /** There from the start, so that the first is seen as a rise from zero. */
    private Counter told(NoticeKind kind) {
        return meters.counter("crosscare.filing.notices", "kind", kind.name());
    }
}
