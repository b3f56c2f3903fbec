package io.crosscare.simulator.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is going to happen in one simulated world, one thing after another on the calling thread. Time is virtual and
 * randomness comes from the seed, so a seed is a run. Any step of a mortal life may be its last.
 */
public final class Timeline {

    /** In which the worlds begin. */
    public static final Instant BEGINNING = Instant.parse("2026-11-24T01:02:03.004Z");

    private static final ThreadLocal<@Nullable Timeline> CURRENT = new ThreadLocal<>();
    private static final long MICROS = 1_000_000;
    private static final long PRIME = 0x100000001b3L;
    private static final long STILL_MICROS_MIN = 2_000_000;
    private static final long STILL_MICROS_MAX = 40_000_000;
    private static final int STILL_BEFORE_AN_ENTRY = 25;

    private final RandomGenerator random;
    private final @Nullable Consumer<String> trace;
    private final PriorityQueue<Event> future = new PriorityQueue<>();
    private final TreeMap<String, Integer> lastSteps = new TreeMap<>();
    private final Life outside = Life.lasting("world");
    private Life present = outside;
    private Weather weather = Weather.CALM;
    private long now;
    private long order;
    private long steps;
    private long fingerprint = 0xcbf29ce484222325L;

    /**
     * A world that has not begun.
     *
     * @param trace told every step; null where nobody reads
     */
    public Timeline(long seed, @Nullable Consumer<String> trace) {
        this.random = new SplittableRandom(seed);
        this.trace = trace;
    }

    private record Event(long at, long order, Life life, String what, Runnable work) implements Comparable<Event> {

        @Override
        public int compareTo(Event other) {
            int byTime = Long.compare(at, other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    /** That of the calling thread; null outside of any world. */
    static @Nullable Timeline current() {
        return CURRENT.get();
    }

    /** Lets a thing happen in a life, if that is not over by then. */
    public void after(long micros, Life life, String what, Runnable work) {
        future.add(new Event(now + Math.max(1, micros), order++, life, what, work));
    }

    /** As {@link #after}, in the life that is at its turn now. */
    void afterInPresent(long micros, String what, Runnable work) {
        after(micros, present, what, work);
    }

    /** Does things in a life at once, as part of the present step. */
    public void within(Life life, Runnable work) {
        Life before = present;
        Timeline outer = CURRENT.get();
        present = life;
        CURRENT.set(this);
        try {
            work.run();
        } finally {
            present = before;
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }

    /** The next thing, unless it lies behind an instant or there is none. */
    public boolean step(long untilMicros) {
        Event event = future.peek();
        if (event == null || event.at() > untilMicros) {
            now = Math.max(now, untilMicros);
            return false;
        }
        future.remove();
        now = event.at();
        if (event.life().stillUntil() > now) {
            happenLater(event);
        } else if (!event.life().isOver()) {
            happen(event);
        }
        return true;
    }

    /** Whether a process stands still just before it appends: there others may go on to another end. */
    public boolean standsStillBeforeAnEntry(Life life) {
        boolean stands = Weather.strikes(random, weather.still() * life.frailty() * STILL_BEFORE_AN_ENTRY);
        if (stands) {
            standStill(life, "an entry");
        }
        return stands;
    }

    private void standStill(Life life, String before) {
        life.standStill(now + between(STILL_MICROS_MIN, STILL_MICROS_MAX), random.nextBoolean());
        tell(life, "stands still before: " + before);
    }

    /** In the order in which it would have happened. */
    private void happenLater(Event event) {
        future.add(new Event(event.life().stillUntil(), order++, event.life(), event.what(), event.work()));
    }

    private void happen(Event event) {
        steps++;
        fingerprint = (fingerprint ^ event.at()) * PRIME;
        fingerprint = (fingerprint ^ event.what().hashCode()) * PRIME;
        if (Weather.strikes(random, weather.still() * event.life().frailty())) {
            standStill(event.life(), event.what());
            happenLater(event);
            return;
        }
        if (Weather.strikes(random, weather.crash() * event.life().frailty())) {
            lastSteps.merge(event.what(), 1, Integer::sum);
            tell(event.life(), "crashes before: " + event.what());
            event.life().crash();
            return;
        }
        if (trace != null) {
            tell(event.life(), event.what());
        }
        within(event.life(), event.work());
    }

    /** Says something in the trace. */
    public void tell(Life life, String what) {
        if (trace != null) {
            trace.accept("%10.6f s  %-12s %s".formatted((double) now / MICROS, life.name(), what));
        }
    }

    public boolean isTraced() {
        return trace != null;
    }

    public boolean strikes(ToIntFunction<Weather> fault) {
        return Weather.strikes(random, fault.applyAsInt(weather));
    }

    public RandomGenerator random() {
        return random;
    }

    /** A time between two, in microseconds. */
    public long between(long least, long most) {
        return random.nextLong(least, most + 1);
    }

    public void weather(Weather next) {
        weather = next;
    }

    public long nowMicros() {
        return now;
    }

    public long steps() {
        return steps;
    }

    /** Of everything that has happened: two runs that differ anywhere differ here. */
    public long fingerprint() {
        return fingerprint;
    }

    /** Before which steps processes crashed, and how often. */
    public Map<String, Integer> lastSteps() {
        return Map.copyOf(lastSteps);
    }

    /** A clock of a process, wrong by the same span all the time. */
    public Clock clock(Duration wrongBy) {
        return new WrongClock(wrongBy);
    }

    private final class WrongClock extends Clock {

        private final Duration wrongBy;

        WrongClock(Duration wrongBy) {
            this.wrongBy = wrongBy;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return BEGINNING.plusNanos(now * 1_000).plus(wrongBy);
        }
    }
}
