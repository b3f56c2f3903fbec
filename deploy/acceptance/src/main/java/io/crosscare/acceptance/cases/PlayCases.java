package io.crosscare.acceptance.cases;

import io.crosscare.acceptance.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Plays cases, a few at a time, and tells of them in the order of the file. */
final class PlayCases {

    private static final int AT_A_TIME = 4;

    private final CaseItems items;
    private final CasePlayer player;

    PlayCases(Suite suite, RandomGenerator random) {
        this.items = new CaseItems(suite);
        this.player = new CasePlayer(suite, new CaseScene(suite, new CaseInstitutions(suite), items, random));
    }

    List<CaseResult> play(List<WorkedCase> cases, Consumer<CaseResult> tell, Consumer<String> warn) {
        items.publish(cases.stream().flatMap(PlayCases::inputs).distinct().toList())
                .forEach(warn);
        List<CaseResult> results = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Future<CaseResult>> playing = cases.stream()
                    .map(worked -> workers.submit(() -> player.play(worked)))
                    .toList();
            for (Future<CaseResult> one : playing) {
                CaseResult result = resultOf(one);
                tell.accept(result);
                results.add(result);
            }
        }
        return results;
    }

    private static Stream<CaseInput> inputs(WorkedCase worked) {
        return switch (worked) {
            case WorkedCase.ToSettle settle -> Stream.of(settle.input());
            case WorkedCase.ToReverse reverse -> Stream.of(reverse.original().input());
            case WorkedCase.ToReject reject -> Stream.of(reject.input());
            case WorkedCase.Unclear _ -> Stream.empty();
        };
    }

    private static CaseResult resultOf(Future<CaseResult> playing) {
        try {
            return playing.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a case could not be played", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Difference("被中断 · interrupted", interrupted);
        }
    }
}
