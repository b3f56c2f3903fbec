package io.crosscare.benchmark.benefit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One thing that is measured.
 *
 * @param lines of each bill
 */
record Case(What what, Insured insured, int lines) {

    /** What is done with a bill. */
    enum What {
        AMOUNTS("只算数额", "amounts alone", SplitTimes.class, "amounts"),
        SPLIT("计算", "split", SplitTimes.class, "split"),
        EXPLAIN("计算和说明", "split and explain", SplitTimes.class, "explain"),
        AMOUNTS_BESIDE_DROOLS("只算数额", "amounts alone, beside Drools", DroolsTimes.class, "amounts"),
        BESIDE_DROOLS("计算", "split, beside Drools", DroolsTimes.class, "calculation"),
        FRESH_SESSION("每单新会话", "Drools, fresh session", DroolsTimes.class, "freshSession"),
        POOLED_SESSION("会话池", "Drools, pooled session", DroolsTimes.class, "pooledSession");

        private final String zh;
        private final String en;
        private final Class<?> benchmark;
        private final String method;

        What(String zh, String en, Class<?> benchmark, String method) {
            this.zh = zh;
            this.en = en;
            this.benchmark = benchmark;
            this.method = method;
        }

        boolean hasDrools() {
            return benchmark == DroolsTimes.class;
        }

        /** What JMH takes to find the method, as a regular expression. */
        String pattern() {
            return benchmark.getName().replace(".", "\\.") + "\\." + method + "$";
        }
    }

    /** All of them, in the order in which people read them. */
    static List<Case> of(List<Integer> lineCounts) {
        List<Case> cases = new ArrayList<>();
        for (What what : What.values()) {
            for (Insured insured : what.hasDrools() ? List.of(Insured.NANJING) : List.of(Insured.values())) {
                lineCounts.forEach(lines -> cases.add(new Case(what, insured, lines)));
            }
        }
        return cases;
    }

    Map<String, String> parameters(long seed) {
        Map<String, String> parameters = new TreeMap<>();
        parameters.put("lines", Integer.toString(lines));
        parameters.put("seed", Long.toString(seed));
        if (!what.hasDrools()) {
            parameters.put("insured", insured.name());
        }
        return parameters;
    }

    /** Short enough for a row of a table. */
    String name() {
        return "%s %s %d: %s".formatted(insured.zh(), insured.en(), lines, what.zh + " " + what.en);
    }
}
