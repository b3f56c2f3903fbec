package io.crosscare.settlement.replay.model;

import io.crosscare.chassis.region.RegionCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A replay of a candidate over a period, and what it has found so far.
 *
 * @param id random
 * @param seenAt when its process last said that it still runs
 * @param endedAt null while it runs
 */
public record PolicyReplay(
        String id,
        Asked asked,
        State state,
        Instant startedAt,
        Instant seenAt,
        @Nullable Instant endedAt,
        Found found) {

    /** So many settlements that would newly fail are named. */
    public static final int REFUSED_MAX = 1_000;

    /** After this long without a word its process is taken to have stopped. */
    public static final Duration SILENT_MAX = Duration.ofSeconds(30);

    /** Where a replay stands. */
    public enum State {
        /** 进行中 · it runs. */
        RUNNING,
        /** 已完成 · everything was replayed. */
        FINISHED,
        /** 已取消 · somebody stopped it. */
        CANCELLED,
        /** 失败 · it ended before its end. */
        FAILED
    }

    /**
     * What was asked for, and by whom.
     *
     * @param policyHash of the candidate's document
     * @param policyName of the candidate
     * @param region insured region of the candidate
     * @param by account that asked
     */
    public record Asked(String policyHash, String policyName, RegionCode region, ReplayPeriod period, String by) {

        /** Whether the other asks for the same, whoever it is. */
        public boolean isFor(String otherHash, ReplayPeriod otherPeriod) {
            return policyHash.equals(otherHash) && period.equals(otherPeriod);
        }
    }

    /** A settlement that the candidate would refuse, and for which reason. */
    public record NewlyRefused(String settlement, String reason) {}

    /**
     * What was found so far.
     *
     * @param partsDone of all chains, so many of {@code parts}
     * @param persons whose chains were read
     * @param unreadable settlements that could not be replayed, because something they rest on is not there or not sound
     * @param impacts by group
     * @param refused settlements that would newly fail, the first {@link #REFUSED_MAX} of them
     */
    public record Found(
            int partsDone,
            int parts,
            long persons,
            long unreadable,
            SortedMap<ImpactGroup, Impact> impacts,
            List<NewlyRefused> refused) {

        public Found {
            impacts = Collections.unmodifiableSortedMap(new TreeMap<>(impacts));
            refused = List.copyOf(refused);
        }

        private Found plus(Part part) {
            SortedMap<ImpactGroup, Impact> sums = new TreeMap<>(impacts);
            List<NewlyRefused> named = new ArrayList<>(refused);
            for (Replayed one : part.replayed()) {
                sums.merge(one.group(), one.impact(), Impact::plus);
                String reason = one.refusal();
                if (reason != null && named.size() < REFUSED_MAX) {
                    named.add(new NewlyRefused(one.id(), reason));
                }
            }
            return new Found(
                    partsDone + 1, parts, persons + part.persons(), unreadable + part.unreadable(), sums, named);
        }

        /** All groups together. */
        public Impact total() {
            return impacts.values().stream().reduce(Impact.NONE, Impact::plus);
        }
    }

    /** What one part of the chains comes to. */
    public record Part(long persons, long unreadable, List<Replayed> replayed) {

        public static final Part NONE = new Part(0, 0, List.of());

        public Part {
            replayed = List.copyOf(replayed);
        }

        public Part plus(Part other) {
            List<Replayed> both = new ArrayList<>(replayed);
            both.addAll(other.replayed);
            return new Part(persons + other.persons, unreadable + other.unreadable, both);
        }
    }

    /** A replay that begins; the chains come in so many parts. */
    public static PolicyReplay begun(String id, Asked asked, Instant at, int parts) {
        return new PolicyReplay(
                id, asked, State.RUNNING, at, at, null, new Found(0, parts, 0, 0, new TreeMap<>(), List.of()));
    }

    public PolicyReplay plus(Part part, Instant at) {
        return new PolicyReplay(id, asked, state, startedAt, at, endedAt, found.plus(part));
    }

    public PolicyReplay ended(State how, Instant at) {
        return new PolicyReplay(id, asked, how, startedAt, at, at, found);
    }

    /** Whether it says that it runs and has not been silent for too long. */
    public boolean isRunningAt(Instant now) {
        return state == State.RUNNING && seenAt.plus(SILENT_MAX).isAfter(now);
    }
}
