package io.crosscare.filing.notice;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.lodging.FilingRules;
import io.crosscare.filing.lodging.Filings;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.notice.model.DayHasPassed;
import io.crosscare.filing.notice.model.Notice;
import io.crosscare.filing.notice.model.NoticeKind;
import io.crosscare.filing.notice.model.OpenStay;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Warns of filings that end soon while their person is in hospital under them, once for each filing and last day, also when the
 * stay begins after the other reminders. Where it is not known who is in hospital the day is told again later.
 */
public final class TellOfStays {

    private final Filings filings;
    private final FilingRules rules;
    private final OpenStays stays;
    private final Notices notices;
    private final EachDay days;
    private final Clock clock;
    private final Counter told;

    public TellOfStays(
            Filings filings, FilingRules rules, OpenStays stays, Notices notices, Clock clock, MeterRegistry meters) {
        this.filings = filings;
        this.rules = rules;
        this.stays = stays;
        this.notices = notices;
        this.days = new EachDay(notices, clock);
        this.clock = clock;
        this.told = meters.counter("crosscare.filing.notices", "kind", NoticeKind.ENDS_DURING_STAY.name());
    }

    /** Tells every day that is over and was not told yet. */
    public Mono<Void> catchUp() {
        return days.catchUp(Telling.STAYS, this::on);
    }

    private Mono<Void> on(DayHasPassed passed) {
        return Flux.fromIterable(rules.regions())
                .concatMap(region -> endingSoon(region, passed))
                .buffer(OpenStays.PERSONS_MAX)
                .concatMap(batch -> warnOf(batch, passed))
                .then();
    }

    private Flux<Filing> endingSoon(RegionCode region, DayHasPassed passed) {
        int days = rules.require(region).reminders().endingDays();
        return Flux.range(0, days + 1)
                .concatMap(day -> filings.endingOn(region, passed.next().plusDays(day)));
    }

    private Mono<Void> warnOf(List<Filing> batch, DayHasPassed passed) {
        Set<PersonId> persons =
                batch.stream().map(filing -> filing.terms().personId()).collect(Collectors.toUnmodifiableSet());
        return stays.of(persons)
                .flatMap(open -> Flux.fromIterable(batch)
                        .filter(filing -> isDuringOne(filing, open))
                        .concatMap(filing -> warn(filing, passed))
                        .then());
    }

    private static boolean isDuringOne(Filing filing, List<OpenStay> stays) {
        return stays.stream().anyMatch(stay -> stay.isUnder(filing.terms()));
    }

    private Mono<Void> warn(Filing filing, DayHasPassed passed) {
        LocalDate lastDay = Objects.requireNonNull(filing.terms().period().to(), "a filing that ends has a last day");
        Notice notice = Notice.of(filing, NoticeKind.ENDS_DURING_STAY, lastDay, passed, clock.instant());
        return notices.addFirst(notice)
                .filter(isNew -> isNew)
                .doOnNext(_ -> told.increment())
                .then();
    }
}
