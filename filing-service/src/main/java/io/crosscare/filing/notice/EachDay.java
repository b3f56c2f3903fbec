package io.crosscare.filing.notice;

import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.filing.notice.model.DayHasPassed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Goes through the days that are over, in their order and each to its end, also weeks later and after an interruption. */
final class EachDay {

    private final Notices notices;
    private final Clock clock;

    EachDay(Notices notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Tells every day that is over and was not told yet. The first time ever there is none: what is past is no news.
     *
     * @param tell everything a day has to say; saying it twice says it once
     */
    Mono<Void> catchUp(Telling telling, Function<DayHasPassed, Mono<Void>> tell) {
        LocalDate yesterday = ChinaTime.today(clock).minusDays(1);
        return notices.lastDayTold(telling)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(last -> last.isPresent()
                        ? tellFrom(last.get(), yesterday, telling, tell)
                        : notices.tellDay(telling, null, yesterday));
    }

    private Mono<Void> tellFrom(
            LocalDate last, LocalDate yesterday, Telling telling, Function<DayHasPassed, Mono<Void>> tell) {
        if (!last.isBefore(yesterday)) {
            return Mono.empty();
        }
        return Flux.fromStream(() -> last.plusDays(1).datesUntil(yesterday.plusDays(1)))
                .concatMap(
                        day -> tell.apply(new DayHasPassed(day)).then(notices.tellDay(telling, day.minusDays(1), day)))
                .then();
    }
}
