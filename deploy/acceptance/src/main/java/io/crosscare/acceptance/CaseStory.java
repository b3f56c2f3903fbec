package io.crosscare.acceptance;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A case from the refusal to the evidence on a part of a page: what led on, and not what was tried on the way. */
final class CaseStory {

    private static final int LINES_MAX = 16;

    private CaseStory() {}

    /** A line for each fact of its timeline. */
    static String of(Answer one) {
        List<String> lines = new ArrayList<>();
        for (JsonNode fact : one.field("timeline")) {
            if (!fact.path("kind").asString("").equals("REPAIR")) {
                lines.add("%s  %s  %s"
                        .formatted(
                                fact.path("at").asString("").replace('T', ' ').replaceAll("\\..*|Z$", ""),
                                Columns.padded(fact.path("source").asString(""), 10),
                                fact.path("text").asString("")));
            }
        }
        if (lines.size() > LINES_MAX) {
            List<String> middle = lines.subList(LINES_MAX / 2, lines.size() - LINES_MAX / 2);
            middle.clear();
            middle.add("…");
        }
        return String.join("\n", lines);
    }
}
