package io.crosscare.settlement.audit;

import io.crosscare.chassis.time.ChinaTime;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import reactor.core.publisher.Mono;

/** Asks for an audit once a night. A night on which no instance ran within the hour is left out. */
public final class ScheduleAudits {

    private static final Duration WINDOW = Duration.ofHours(1);

    private final RequestAudit requestAudit;
    private final LocalTime at;
    private final Clock clock;

    /**
     * Asks.
     *
     * @param at time of day in China
     */
    public ScheduleAudits(RequestAudit requestAudit, LocalTime at, Clock clock) {
        this.requestAudit = requestAudit;
        this.at = at;
        this.clock = clock;
    }

    /** Begins this night's audit if it is time; the day is its key, so that all instances together begin one. */
    public Mono<Void> turn() {
        ZonedDateTime now = clock.instant().atZone(ChinaTime.ZONE);
        ZonedDateTime due = now.with(at);
        boolean isTime = !now.isBefore(due) && now.isBefore(due.plus(WINDOW));
        return isTime ? requestAudit.request("schedule/" + now.toLocalDate()).then() : Mono.empty();
    }
}
