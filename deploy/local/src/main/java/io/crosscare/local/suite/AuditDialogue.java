package io.crosscare.local.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosscare.local.suite.AuditDoor.Answer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Begins an audit, follows it to its end and says what it found. Never silent for ten seconds. A service that is just being
 * restarted is waited for; another audit that runs is let finish, for it may have begun before what this one is to look at.
 */
final class AuditDialogue {

    /** How often in a row an answer may fail to come. */
    private static final int FAILURES_MAX = 30;

    private static final Duration SILENCE_MAX = Duration.ofSeconds(5);
    private static final int KEY_BYTES = 12;

    private final AuditDoor door;
    private final Console console;
    private final Duration pause;

    AuditDialogue(AuditDoor door, Console console, Duration pause) {
        this.door = door;
        this.console = console;
        this.pause = pause;
    }

    /** Exit code of the command. */
    int hold() {
        String key = "local-audit-" + random();
        while (true) {
            Answer begun = answered(() -> door.begin(key));
            if (begun.status() == 202) {
                return tell(follow(begun));
            }
            String running = begun.text("auditId");
            if (begun.status() != 409 || running.isEmpty()) {
                return noResult(begun);
            }
            console.say("另一次审计正在进行, 等它结束", "another audit is running; waiting for its end");
            follow(new Answer(202, begun.body()), running);
        }
    }

    private Answer follow(Answer begun) {
        return follow(begun, begun.text("id"));
    }

    /** Reads the audit until it has ended, or cannot be read any more. */
    private Answer follow(Answer begun, String id) {
        console.say("审计 " + id, "auditing");
        Answer last = begun;
        long saidAt = System.nanoTime();
        while (isRunning(last)) {
            pause();
            last = answered(() -> door.read(id));
            if (System.nanoTime() - saidAt > SILENCE_MAX.toNanos()) {
                console.say(progress(last.body().path("progress")), "under way");
                saidAt = System.nanoTime();
            }
        }
        return last;
    }

    private static boolean isRunning(Answer answer) {
        return answer.status() == 202
                || (answer.status() == 200 && answer.text("state").equals("RUNNING"));
    }

    private Answer answered(Supplier<Answer> question) {
        Answer answer = question.get();
        for (int failures = 1; answer.isPassing() && failures < FAILURES_MAX; failures++) {
            console.say("网关或结算服务暂无答复, 再试", "no answer from the gateway or the settlement service yet, trying again");
            pause();
            answer = question.get();
        }
        return answer;
    }

    private int tell(Answer ended) {
        if (ended.status() != 200) {
            return noResult(ended);
        }
        List<String> violations = new ArrayList<>();
        long violationCount = 0;
        int held = 0;
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "检查次数 checked", "结果 result", "不变式 invariant"));
        for (JsonNode invariant : ended.body().path("invariants")) {
            rows.add(row(invariant));
            held += invariant.path("state").asText().equals("HELD") ? 1 : 0;
            violationCount += invariant.path("violationCount").asLong();
            violations.addAll(violationsOf(invariant));
        }
        if (rows.size() > 1) {
            console.table(rows);
        }
        violations.forEach(console::line);
        return switch (ended.text("state")) {
            case "HELD" -> end("audit: " + held + " invariants held", AuditCommand.HELD);
            case "VIOLATED" ->
                end("audit: " + violationCount + " violations, " + held + " invariants held", AuditCommand.VIOLATED);
            default -> end("audit: no result, " + ended.text("failure") + reasons(ended), AuditCommand.NO_RESULT);
        };
    }

    private static List<String> row(JsonNode invariant) {
        String result = switch (invariant.path("state").asText()) {
            case "HELD" -> "成立 held";
            case "VIOLATED" ->
                "违反 violated × " + invariant.path("violationCount").asLong();
            default -> "未查全 not all checked";
        };
        return List.of(
                invariant.path("id").asText(),
                String.format(Locale.ROOT, "%,d", invariant.path("checkedCount").asLong()),
                result,
                invariant.path("titleZh").asText() + " / "
                        + invariant.path("titleEn").asText());
    }

    private static List<String> violationsOf(JsonNode invariant) {
        List<String> lines = new ArrayList<>();
        String id = invariant.path("id").asText();
        for (JsonNode violation : invariant.path("violations")) {
            lines.add("%s %s: %s / %s"
                    .formatted(
                            id,
                            violation.path("record").asText(),
                            violation.path("detailZh").asText(),
                            violation.path("detailEn").asText()));
        }
        long unlisted = invariant.path("violationCount").asLong() - lines.size();
        if (unlisted > 0) {
            lines.add("%s … 另有 %d 条 / and %d more".formatted(id, unlisted, unlisted));
        }
        return lines;
    }

    private static String reasons(Answer ended) {
        StringBuilder reasons = new StringBuilder();
        for (JsonNode invariant : ended.body().path("invariants")) {
            if (invariant.hasNonNull("uncheckedEn")) {
                reasons.append("; ")
                        .append(invariant.path("id").asText())
                        .append(": ")
                        .append(invariant.path("uncheckedEn").asText());
            }
        }
        return reasons.toString();
    }

    private int noResult(Answer answer) {
        String what = answer.status() == 0
                ? "no answer from the gateway"
                : "the gateway answered " + answer.status() + " " + answer.text("detail");
        return end("audit: no result, " + what, AuditCommand.NO_RESULT);
    }

    private int end(String line, int code) {
        console.line(line);
        return code;
    }

    private static String progress(JsonNode progress) {
        return "%s %d/%d · 链 chains %,d · 分录 entries %,d · 就诊 visits %,d"
                .formatted(
                        progress.path("stage").asText("…"),
                        progress.path("buckets").asInt(),
                        progress.path("bucketsTotal").asInt(),
                        progress.path("chains").asLong(),
                        progress.path("entries").asLong(),
                        progress.path("visits").asLong());
    }

    private void pause() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("被中断 / interrupted", e);
        }
    }

    private static String random() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
