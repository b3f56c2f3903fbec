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
 * A replay of a candidate over a period, and how far it has come.
 *
 * @param id random
 * @param policyHash of the candidate's document
 * @param policyName of the candidate
 * @param region insured region of the candidate
 * @param by account that asked
 * @param seenAt when its process last said that it still runs
 * @param endedAt null while it runs
 * @param bucketsDone of all chains, so many parts of {@code buckets} are done
 * @param persons whose chains were read
 * @param unreadable settlements that could not be replayed, because something they rest on is not there or not sound
 * @param impacts by group
 * @param refused settlements that would newly fail, the first {@link #REFUSED_MAX} of them
 */
public record PolicyReplay(
        String id,
        String policyHash,
        String policyName,
        RegionCode region,
        ReplayPeriod period,
        String by,
        State state,
        Instant startedAt,
        Instant seenAt,
        @Nullable Instant endedAt,
        int bucketsDone,
        int buckets,
        long persons,
        long unreadable,
        SortedMap<ImpactGroup, Impact> impacts,
        List<NewlyRefused> refused) {

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

    /** A settlement that the candidate would refuse, and for which reason. */
    public record NewlyRefused(String settlement, String reason) {}

    public PolicyReplay {
        impacts = Collections.unmodifiableSortedMap(new TreeMap<>(impacts));
        refused = List.copyOf(refused);
    }

    public static PolicyReplay begun(
            String id,
            String policyHash,
            String policyName,
            RegionCode region,
            ReplayPeriod period,
            String by,
            Instant at,
            int buckets) {
        return new PolicyReplay(
                id,
                policyHash,
                policyName,
                region,
                period,
                by,
                State.RUNNING,
                at,
                at,
                null,
                0,
                buckets,
                0,
                0,
                new TreeMap<>(),
                List.of());
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

    public PolicyReplay plus(Part part, Instant at) {
        SortedMap<ImpactGroup, Impact> sums = new TreeMap<>(impacts);
        List<NewlyRefused> named = new ArrayList<>(refused);
        for (Replayed one : part.replayed()) {
            sums.merge(one.group(), one.impact(), Impact::plus);
            String reason = one.refusal();
            if (reason != null && named.size() < REFUSED_MAX) {
                named.add(new NewlyRefused(one.id(), reason));
            }
        }
        return new PolicyReplay(
                id,
                policyHash,
                policyName,
                region,
                period,
                by,
                state,
                startedAt,
                at,
                endedAt,
                bucketsDone + 1,
                buckets,
                persons + part.persons(),
                unreadable + part.unreadable(),
                sums,
                named);
    }

    public PolicyReplay ended(State how, Instant at) {
        return new PolicyReplay(
                id,
                policyHash,
                policyName,
                region,
                period,
                by,
                how,
                startedAt,
                at,
                at,
                bucketsDone,
                buckets,
                persons,
                unreadable,
                impacts,
                refused);
    }

    /** Whether it says that it runs and has not been silent for too long. */
    public boolean isRunningAt(Instant now) {
        return state == State.RUNNING && seenAt.plus(SILENT_MAX).isAfter(now);
    }

    /** All groups together. */
    public Impact total() {
        return impacts.values().stream().reduce(Impact.NONE, Impact::plus);
    }
}
