package io.crosscare.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One case of the golden file: what goes in, and every amount that must come out. Amounts are fen, ratios basis points; an
 * input that is absent is zero.
 *
 * @param id for example {@code D01}
 * @param input the case as the file states it
 * @param expected every amount the settlement must state
 */
public record GoldenCase(String id, JsonNode input, ExpectedAmounts expected) {

    private static final String FILE = "/golden/settlements.json";
    private static final String CLASS_B_RATIO = "b_bp";

    /** A line of the bill: its amount in fen, its class in the catalogue, the share of class B borne first. */
    public record Line(String name, long fen, String itemClass, int upfrontRatioBp) {}

    /** The case of the file with this id. */
    public static GoldenCase of(String id) {
        for (JsonNode node : file().path("cases")) {
            JsonNode input = node.path("case");
            if (input.path("id").asString().equals(id)) {
                JsonNode expected = node.path("expected");
                return new GoldenCase(
                        id,
                        input,
                        ExpectedAmounts.of(name -> expected.path(name).asLong(0)));
            }
        }
        throw new IllegalArgumentException("no golden case " + id);
    }

    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (JsonNode line : input.path("lines")) {
            lines.add(new Line(
                    line.path("name").asString(),
                    line.path("fen").asLong(),
                    line.path("class").asString(),
                    line.path(CLASS_B_RATIO).asInt(0)));
        }
        return lines;
    }

    /** An input in fen or as a count; zero when the case does not state it. */
    public long number(String name) {
        return input.path(name).asLong(0);
    }

    public String text(String name) {
        return input.path(name).asString();
    }

    public boolean flag(String name) {
        return input.path(name).asBoolean(false);
    }

    /** Every amount in which the settlement differs from this case, each named; empty when all are equal. */
    public List<String> differencesOf(JsonNode settlement) {
        return expected.differencesOf(settlement);
    }

    private static JsonNode file() {
        try (InputStream file = GoldenCase.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("missing resource " + FILE);
            }
            return Json.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
