package io.crosscare.registry.web;

import io.crosscare.chassis.problem.Checked;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The parameters of a reading door: a misspelt filter is refused, for ignoring it would answer another question. */
final class QueryFields {

    static final String CURSOR = "cursor";
    static final String LIMIT = "limit";
    private static final Text CURSOR_RULE = Text.of("不是有效的游标", "must be the nextCursor of an earlier page");
    private static final int LIMIT_DEFAULT = 50;
    private static final int LIMIT_MAX = 200;
    private static final int CURSOR_LENGTH_MAX = 200;

    private final FieldChecks checks = new FieldChecks();

    QueryFields(MultiValueMap<String, String> given, Set<String> known) {
        given.forEach((name, values) -> {
            if (!known.contains(name)) {
                checks.reject(printable(name), "unknown-field", Text.of("没有这个参数", "there is no such parameter"));
            } else if (values.size() != 1) {
                checks.reject(name, "repeated", Text.of("只能出现一次", "may be given once"));
            }
        });
    }

    FieldChecks checks() {
        return checks;
    }

    /** How many items a page may have. */
    Checked<Integer> limit(@Nullable String asked) {
        return checks.optional(
                LIMIT,
                asked,
                "range",
                Text.of("应为 1 至 " + LIMIT_MAX + " 的整数", "must be a whole number from 1 to " + LIMIT_MAX),
                QueryFields::parseLimit);
    }

    static int orDefault(Checked<Integer> limit) {
        return limit.orElse(LIMIT_DEFAULT);
    }

    /** The id after which a page begins. */
    Checked<String> cursor(@Nullable String asked) {
        return cursor(asked, id -> id);
    }

    /**
     * The id after which a page begins.
     *
     * @param meaning what a place stands for in the list that is asked for; null where it is of another list
     */
    Checked<String> cursor(@Nullable String asked, Function<String, @Nullable String> meaning) {
        return checks.optional(CURSOR, asked, CURSOR, CURSOR_RULE, text -> meant(meaning.apply(decode(text))));
    }

    /** For a cursor that no page of the list ever had. */
    static ProblemException notACursor() {
        return ProblemException.invalid(CURSOR, CURSOR, CURSOR_RULE);
    }

    private static String meant(@Nullable String id) {
        if (id == null) {
            throw new IllegalArgumentException("a place in another list");
        }
        return id;
    }

    static String encode(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String cursor) {
        if (cursor.isEmpty() || cursor.length() > CURSOR_LENGTH_MAX) {
            throw new IllegalArgumentException("not a cursor");
        }
        return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    }

    private static int parseLimit(String text) {
        int limit = Integer.parseInt(text);
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new IllegalArgumentException("out of range");
        }
        return limit;
    }

    private static String printable(String name) {
        String safe = name.replaceAll("[^A-Za-z0-9_.-]", "?");
        return safe.length() <= 40 ? safe : safe.substring(0, 40) + "…";
    }

    /** The parameters of every list, and these. */
    static Set<String> listOf(String... filters) {
        return Stream.concat(Stream.of(filters), Stream.of(CURSOR, LIMIT)).collect(Collectors.toUnmodifiableSet());
    }
}
