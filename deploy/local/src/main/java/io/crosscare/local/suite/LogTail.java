package io.crosscare.local.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The last lines of a log that help somebody who wonders why it ended: warnings and errors first, JSON lines made readable. */
final class LogTail {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BYTES_MAX = 64 * 1024;
    private static final int LINES_MAX = 12;
    private static final int WIDTH_MAX = 400;

    private LogTail() {}

    static List<String> of(Path log) {
        List<Line> lines = lastPart(log)
                .lines()
                .filter(line -> !line.isBlank())
                .map(LogTail::parse)
                .toList();
        List<Line> grave = lines.stream().filter(Line::isGrave).toList();
        List<Line> chosen = grave.isEmpty() ? lines : grave;
        return chosen.subList(Math.max(0, chosen.size() - LINES_MAX), chosen.size()).stream()
                .map(line -> shorten(line.text()))
                .toList();
    }

    private record Line(String text, boolean isGrave) {}

    private static Line parse(String raw) {
        if (!raw.startsWith("{")) {
            return new Line(raw, raw.contains("ERROR") || raw.contains("Exception") || raw.contains("Error:"));
        }
        try {
            JsonNode json = JSON.readTree(raw);
            String level = text(json, "log.level", "/log/level");
            String error = text(json, "error.message", "/error/message");
            String message = json.path("message").asText();
            String whole = Stream.of(level, message, error)
                    .filter(part -> !part.isBlank())
                    .reduce("", LogTail::join);
            return new Line(whole, "ERROR".equals(level) || "WARN".equals(level));
        } catch (JsonProcessingException e) {
            return new Line(raw, false);
        }
    }

    private static String text(JsonNode json, String flatName, String pointer) {
        return json.path(flatName).asText(json.at(pointer).asText());
    }

    private static String join(String left, String right) {
        return left.isEmpty() ? right : left + "  " + right;
    }

    private static String lastPart(Path log) {
        if (!Files.exists(log)) {
            return "";
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - BYTES_MAX);
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            return from == 0 ? text : text.substring(text.indexOf('\n') + 1);
        } catch (IOException e) {
            return log + ": " + e.getMessage();
        }
    }

    private static String shorten(String text) {
        return text.length() <= WIDTH_MAX ? text : text.substring(0, WIDTH_MAX) + " …";
    }
}
