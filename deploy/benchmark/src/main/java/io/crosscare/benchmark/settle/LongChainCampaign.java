package io.crosscare.benchmark.settle;

import io.crosscare.benchmark.load.Progress;
import io.crosscare.benchmark.load.Unexpected;
import io.crosscare.benchmark.settle.LongChainFindings.Comparison;
import io.crosscare.benchmark.settle.LongChainFindings.Side;
import io.crosscare.benchmark.settle.LongChainSettings.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One run: suites of its own, their chains and stores made as long as asked for, warm-up, rounds in which both sides of a
 * comparison take turns, each beginning every other round, and the verdict on all of it.
 */
final class LongChainCampaign {

    private final LongChainSettings settings;
    private final Path root;
    private final int portBase;
    private final int secondPortBase;
    private final String run;
    private final Progress progress;
    private final Clock clock;
    private final List<Comparison> comparisons = new ArrayList<>();
    private final SortedMap<String, Long> errors = new TreeMap<>();
    private Verdict verdict = new Verdict(List.of());
    private long warmUpRequests;
    private int restless;

    LongChainCampaign(
            LongChainSettings settings,
            Path root,
            int portBase,
            int secondPortBase,
            String run,
            Progress progress,
            Clock clock) {
        this.settings = settings;
        this.root = root;
        this.portBase = portBase;
        this.secondPortBase = secondPortBase;
        this.run = run;
        this.progress = progress;
        this.clock = clock;
    }

    LongChainFindings run() throws IOException, InterruptedException, Unexpected {
        try (ChainedSuite much = start(portBase)) {
            Findings.Setting setting = Findings.Setting.of(much.suite().suite(), clock);
            List<String> longChains = settings.has(Part.PERSONS)
                    ? much.measured("l", settings.persons(), settings.longChain())
                    : List.of();
            if (settings.has(Part.STORES)) {
                compareStores(much);
            }
            if (settings.has(Part.PERSONS)) {
                comparePersons(much, longChains);
            }
            examine(much);
            return new LongChainFindings(settings, setting, comparisons, warmUpRequests, restless, errors, verdict);
        }
    }

    private ChainedSuite start(int base) throws IOException, InterruptedException, Unexpected {
        return ChainedSuite.start(root, base, settings, progress, run, clock);
    }

    /** The suites run side by side; who is not measured is at rest. */
    private void compareStores(ChainedSuite much) throws IOException, InterruptedException, Unexpected {
        try (ChainedSuite little = start(secondPortBase)) {
            List<List<String>> ofMuch = much.measuredByRound("s");
            List<List<String>> ofLittle = little.measuredByRound("s");
            much.fill(settings.fillingOfMuch());
            little.fill(settings.fillingOfLittle());
            warmUpRequests += much.warmUpLeavingLittle() + little.warmUpLeavingLittle();
            much.awaitRest();
            little.awaitRest();
            Turns turns = new Turns(
                    Part.STORES,
                    new Turn(much, "m", settings.much(), ofMuch),
                    new Turn(little, "m", settings.little(), ofLittle));
            much.watchingScans(() -> little.watchingScans(() -> take(turns)));
            examine(little);
        }
    }

    private void comparePersons(ChainedSuite suite, List<String> longChains)
            throws IOException, InterruptedException, Unexpected {
        List<List<String>> byRound = suite.measuredByRound("t");
        warmUpRequests += suite.warmUp();
        suite.awaitRest();
        List<List<String>> always = byRound.stream().map(_ -> longChains).toList();
        Turns turns = new Turns(
                Part.PERSONS,
                new Turn(suite, "n", settings.longChain(), always),
                new Turn(suite, "o", settings.shortChain(), byRound));
        suite.watchingScans(() -> take(turns));
    }

    /**
     * What one side measures.
     *
     * @param name part of the numbers of its visits
     * @param entries that it stands for
     * @param persons by round
     */
    private record Turn(ChainedSuite suite, String name, int entries, List<List<String>> persons) {

        Side found(long storedBefore, List<Measurement> rounds) {
            return new Side(
                    entries,
                    storedBefore,
                    suite.entries(),
                    suite.suite().meter().suite(),
                    suite.rest(),
                    rounds);
        }
    }

    private record Turns(Part part, Turn many, Turn few) {}

    private void take(Turns turns) throws IOException, InterruptedException {
        long manyBefore = turns.many().suite().entries();
        long fewBefore = turns.few().suite().entries();
        List<Measurement> many = new ArrayList<>();
        List<Measurement> few = new ArrayList<>();
        for (int round = 0; round < settings.rounds(); round++) {
            progress.note(
                    "第 %d 轮 %s".formatted(round + 1, turns.part().zh()),
                    "round %d of %d, %s"
                            .formatted(
                                    round + 1, settings.rounds(), turns.part().en()));
            boolean isManyFirst = round % 2 == 0;
            if (isManyFirst) {
                many.add(measure(turns.part(), turns.many(), round));
            }
            few.add(measure(turns.part(), turns.few(), round));
            if (!isManyFirst) {
                many.add(measure(turns.part(), turns.many(), round));
            }
        }
        comparisons.add(new Comparison(
                turns.part(), turns.many().found(manyBefore, many), turns.few().found(fewBefore, few)));
    }

    private Measurement measure(Part part, Turn turn, int round) throws IOException, InterruptedException {
        progress.note("%,d 条".formatted(turn.entries()), "%,d %s".formatted(turn.entries(), part.en()));
        return turn.suite().measure(turn.name() + round + "-", turn.persons().get(round));
    }

    private void examine(ChainedSuite suite) throws InterruptedException {
        for (Verdict.Check check : suite.examine().checks()) {
            verdict = verdict.with(check);
        }
        suite.suite().errors().byLabel().forEach((label, count) -> errors.merge(label, count, Long::sum));
        restless += suite.suite().restless();
    }
}
