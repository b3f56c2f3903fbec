package io.crosscare.acceptance;

import java.util.List;

/** What demo and acceptance test demand of an answer; each demand that is not met is a {@link Difference} that names it. */
final class Require {

    private Require() {}

    static void count(String what, long expected, long came) {
        if (came != expected) {
            throw new Difference(
                    "%s: 应为 %d，实为 %d · expected %d, came %d".formatted(what, expected, came, expected, came));
        }
    }

    static void text(Answer answer, String field, String expected) {
        String came = answer.string(field);
        if (!came.equals(expected)) {
            throw new Difference("%s %s: 应为 %s，实为 %s · expected %s, came %s"
                    .formatted(answer.call(), field, expected, came, expected, came));
        }
    }

    /** Every amount of the golden case, to the fen. */
    static void golden(GoldenCase golden, Answer answer) {
        List<String> differences = golden.differencesOf(answer.json());
        if (!differences.isEmpty()) {
            throw new Difference("%s: 与标准案例 %s 不一致 · differs from golden case %s%n    %s"
                    .formatted(answer.call(), golden.id(), golden.id(), String.join("\n    ", differences)));
        }
    }

    /** That the answer is the first one again and says so. */
    static void replayOfLiveSettlement(Answer answer) {
        boolean saysLive =
                answer.header("Settlement-State").filter("LIVE"::equals).isPresent();
        if (!answer.isReplay() || !saysLive) {
            throw new Difference("%s: 没有标明是重放 · not marked as a replay: %s"
                    .formatted(answer.call(), answer.headers().map()));
        }
    }
}
