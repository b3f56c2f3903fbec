package io.crosscare.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * What the suite's own auditor has found in everything that is stored.
 *
 * @param state {@code HELD}, {@code VIOLATED}, or {@code FAILED} where it came to no end
 */
public record Audit(String state, List<Invariant> invariants) {

    private static final Party OPERATOR = Party.operator();
    private static final Duration WITHIN = Duration.ofMinutes(10);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final int ACCEPTED = 202;

    /**
     * One invariant of design.md §4.
     *
     * @param checked how often it was checked
     * @param violations each with its record, as many as are listed
     */
    public record Invariant(String id, String zh, String en, boolean isHeld, long checked, List<String> violations) {

        public Invariant {
            violations = List.copyOf(violations);
        }

        private static Invariant of(JsonNode json) {
            List<String> violations = new ArrayList<>();
            for (JsonNode violation : json.path("violations")) {
                violations.add("%s: %s / %s"
                        .formatted(
                                violation.path("record").asString(""),
                                violation.path("detailZh").asString(""),
                                violation.path("detailEn").asString("")));
            }
            return new Invariant(
                    json.path("id").asString(""),
                    json.path("titleZh").asString(""),
                    json.path("titleEn").asString(""),
                    json.path("state").asString("").equals("HELD"),
                    json.path("checkedCount").asLong(0),
                    violations);
        }
    }

    public Audit {
        invariants = List.copyOf(invariants);
    }

    /** Has the suite audited and waits for the end. */
    public static Audit hold(Function<Call, Answer> asOperator, String key) {
        String id = asOperator
                .apply(Call.post("/audits", Json.object()).underKey(key))
                .require(ACCEPTED)
                .string("id");
        Answer ended = ended(asOperator, Call.get("/audits/" + id));
        List<Invariant> invariants = new ArrayList<>();
        ended.field("invariants").forEach(invariant -> invariants.add(Invariant.of(invariant)));
        return new Audit(ended.string("state"), invariants);
    }

    /** Looked at less and less often, for a big store takes its time. */
    private static Answer ended(Function<Call, Answer> asOperator, Call look) {
        long deadline = System.nanoTime() + WITHIN.toNanos();
        Duration pause = FIRST_PAUSE;
        while (true) {
            Answer audit = asOperator.apply(look).require(200);
            if (!audit.string("state").equals("RUNNING")) {
                return audit;
            }
            if (System.nanoTime() - deadline > 0) {
                throw new Difference("%s: 审计没有结束 · the audit has not ended".formatted(audit.call()));
            }
            Eventually.pause(pause);
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
        }
    }

    /** Who may ask for one. */
    public static Party operator() {
        return OPERATOR;
    }

    public boolean isClean() {
        return state.equals("HELD") && !invariants.isEmpty();
    }

    public long held() {
        return invariants.stream().filter(Invariant::isHeld).count();
    }
}
