package io.crosscare.chassis.time;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The zone in which a day begins for every rule of the suite, and the one real clock. Instants are kept to the millisecond,
 * so that what is stored equals what was answered.
 */
public final class ChinaTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private ChinaTime() {}

    /** The clock of production: milliseconds, {@link #ZONE}. */
    public static Clock systemClock() {
        return Clock.tick(Clock.system(ZONE), Duration.ofMillis(1));
    }

    /** The calendar day in China at this clock's instant, whatever the clock's own zone. */
    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
