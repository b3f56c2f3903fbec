package io.crosscare.acceptance.cases;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one object of a case. Everything that is wrong or not understood is written down under the name of its field, and
 * nothing that a case states is passed over in silence. An absent field is 0, false or nothing.
 */
final class CaseFields {

    private static final Pattern REGION = Pattern.compile("[1-9][0-9]{5}");

    private final JsonNode node;
    private final String path;
    private final List<String> complaints;
    private final Set<String> read = new HashSet<>();

    CaseFields(JsonNode node, String path, List<String> complaints) {
        this.node = node;
        this.path = path;
        this.complaints = complaints;
        if (!node.isObject() && !node.isMissingNode() && !node.isNull()) {
            complaints.add(path + ": 应为对象 · must be an object");
        }
    }

    boolean has(String name) {
        JsonNode value = node.path(name);
        return !value.isMissingNode() && !value.isNull();
    }

    /** The value as it stands; whoever takes it looks at all of it. */
    JsonNode take(String name) {
        read.add(name);
        return node.path(name);
    }

    CaseFields object(String name) {
        return new CaseFields(take(name), path + name + ".", complaints);
    }

    Optional<String> text(String name) {
        JsonNode value = take(name);
        if (!has(name)) {
            return Optional.empty();
        }
        if (!value.isString() || value.asString().isBlank()) {
            complain(name, "应为文字", "must be text");
            return Optional.empty();
        }
        return Optional.of(value.asString().strip());
    }

    /** A text that must be there; empty text where it is not, which is then written down. */
    String requiredText(String name) {
        Optional<String> value = text(name);
        if (!has(name)) {
            complain(name, "必填", "is required");
        }
        return value.orElse("");
    }

    Optional<String> region(String name) {
        return text(name).filter(value -> {
            boolean isCode = REGION.matcher(value).matches();
            if (!isCode) {
                complain(name, "应为六位行政区划代码", "must be a region code of six digits");
            }
            return isCode;
        });
    }

    Optional<LocalDate> day(String name) {
        return text(name).flatMap(value -> {
            try {
                return Optional.of(LocalDate.parse(value));
            } catch (DateTimeException _) {
                complain(name, "应为日期 yyyy-MM-dd", "must be a date yyyy-MM-dd");
                return Optional.empty();
            }
        });
    }

    /** A whole number; zero where the case does not state it. */
    long number(String name) {
        JsonNode value = take(name);
        if (!has(name)) {
            return 0;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            complain(name, "应为整数", "must be a whole number");
            return 0;
        }
        return value.asLong();
    }

    long notNegative(String name) {
        long value = number(name);
        if (value < 0) {
            complain(name, "不得为负", "must not be negative");
        }
        return value;
    }

    boolean flag(String name) {
        JsonNode value = take(name);
        if (has(name) && !value.isBoolean()) {
            complain(name, "应为 true 或 false", "must be true or false");
        }
        return value.asBoolean(false);
    }

    /** One of the words that a field may have; empty where it is absent or another. */
    <T> Optional<T> choice(String name, Map<String, T> words) {
        return text(name).flatMap(word -> {
            @Nullable T meant = words.get(word);
            if (meant == null) {
                complain(name, "无法理解，应为 " + words.keySet(), "is not understood, must be one of " + words.keySet());
            }
            return Optional.ofNullable(meant);
        });
    }

    <T> Optional<T> requiredChoice(String name, Map<String, T> words) {
        if (!has(name)) {
            complain(name, "必填", "is required");
        }
        return choice(name, words);
    }

    /** Writes down every field that nobody has read. */
    void complainOfOthers() {
        node.propertyNames().stream()
                .filter(name -> !read.contains(name))
                .forEach(name -> complain(name, "无法理解", "is not understood"));
    }

    void complain(String name, String zh, String en) {
        complaints.add(path + name + ": " + zh + " · " + en);
    }
}
