package io.crosscare.settlement.audit;

import io.crosscare.settlement.audit.ProjectedHeads.ProjectedHead;
import io.crosscare.settlement.audit.model.ChainReport;
import io.crosscare.settlement.audit.model.Invariant;
import io.crosscare.settlement.audit.model.InvariantResult;
import io.crosscare.settlement.audit.model.Progress;
import io.crosscare.settlement.audit.model.Progress.Stage;
import io.crosscare.settlement.audit.model.Tally;
import io.crosscare.settlement.audit.model.Tally.Count;
import io.crosscare.settlement.audit.model.Violation;
import io.crosscare.settlement.benefit.model.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * The notebook of one audit: what was counted and found, and what looked wrong across records that may only have been under way,
 * to be looked at a second time. Safe for the steps of an audit that run side by side.
 */
final class AuditRun {

    /** So many suspicions are kept before they are looked at again. */
    private static final int KEPT_MAX = 10_000;

    private static final int SAMPLE_MAX = 200;

    private final Instant startedAt;
    private final Tally tally = new Tally();
    private final Map<Invariant, Wording> unchecked = new EnumMap<>(Invariant.class);
    private List<Suspicion> suspicions = new ArrayList<>();
    private List<ExpectedHead> expectedHeads = new ArrayList<>();
    private Progress progress = Progress.NONE;
    private final List<String> sampledPersons = new ArrayList<>();
    private final Random random;
    private int rounds;

    AuditRun(Instant startedAt) {
        this.startedAt = startedAt;
        this.random = new Random(startedAt.toEpochMilli());
    }

    /**
     * What is a violation if it stays so.
     *
     * @param persists reads again and says whether it does
     */
    record Suspicion(Violation violation, Supplier<Mono<Boolean>> persists) {}

    /**
     * How far a projection must come with a person.
     *
     * @param hashes what the chain's entry at that place may be called by
     */
    record ExpectedHead(String person, long seq, Set<String> hashes) {

        boolean isReachedBy(ProjectedHead head) {
            return head.seq() > seq || (head.seq() == seq && hashes.contains(head.hash()));
        }
    }

    Instant startedAt() {
        return startedAt;
    }

    synchronized void enter(Stage stage) {
        progress = new Progress(
                stage,
                progress.buckets(),
                progress.chains(),
                progress.entries(),
                progress.visits(),
                progress.intents());
    }

    synchronized void walked(ChainReport report, int entries) {
        tally.add(report.tally());
        progress = new Progress(
                progress.stage(),
                progress.buckets(),
                progress.chains() + 1,
                progress.entries() + entries,
                progress.visits(),
                progress.intents());
        sample(report.person());
    }

    /** Each person walked so far is in the sample with the same probability. */
    private void sample(String person) {
        if (sampledPersons.size() < SAMPLE_MAX) {
            sampledPersons.add(person);
            return;
        }
        long place = random.nextLong(progress.chains());
        if (place < SAMPLE_MAX) {
            sampledPersons.set((int) place, person);
        }
    }

    synchronized List<String> sampledPersons() {
        return List.copyOf(sampledPersons);
    }

    synchronized void bucketDone() {
        progress = new Progress(
                progress.stage(),
                progress.buckets() + 1,
                progress.chains(),
                progress.entries(),
                progress.visits(),
                progress.intents());
    }

    synchronized void lookedAt(int visits, int intents) {
        progress = new Progress(
                progress.stage(),
                progress.buckets(),
                progress.chains(),
                progress.entries(),
                progress.visits() + visits,
                progress.intents() + intents);
    }

    synchronized Progress progress() {
        return progress;
    }

    synchronized void checked(Invariant invariant, long times) {
        tally.checked(invariant, times);
    }

    synchronized void violated(Violation violation) {
        tally.violated(violation);
    }

    synchronized void suspect(Violation violation, Supplier<Mono<Boolean>> persists) {
        suspicions.add(new Suspicion(violation, persists));
    }

    synchronized void expect(ExpectedHead head) {
        expectedHeads.add(head);
    }

    /** The first reason stays. */
    synchronized void unchecked(Invariant invariant, Wording why) {
        unchecked.putIfAbsent(invariant, why);
    }

    synchronized boolean isUnchecked(Invariant invariant) {
        return unchecked.containsKey(invariant);
    }

    synchronized boolean hasManySuspicions() {
        return suspicions.size() + expectedHeads.size() > KEPT_MAX;
    }

    /** How often it was looked again, this time included. */
    synchronized int countRound() {
        rounds++;
        return rounds;
    }

    synchronized List<Suspicion> takeSuspicions() {
        List<Suspicion> taken = suspicions;
        suspicions = new ArrayList<>();
        return taken;
    }

    synchronized List<ExpectedHead> takeExpectedHeads() {
        List<ExpectedHead> taken = expectedHeads;
        expectedHeads = new ArrayList<>();
        return taken;
    }

    synchronized List<InvariantResult> results() {
        return Arrays.stream(Invariant.values()).map(this::result).toList();
    }

    private InvariantResult result(Invariant invariant) {
        Count count = tally.of(invariant);
        return new InvariantResult(
                invariant, count.checked(), count.violated(), count.listed(), unchecked.get(invariant));
    }
}
