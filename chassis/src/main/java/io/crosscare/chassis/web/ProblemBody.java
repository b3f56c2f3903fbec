package io.crosscare.chassis.web;

import io.crosscare.chassis.problem.FieldError;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A problem as the members of its JSON (RFC 9457), in reading order. */
public final class ProblemBody {

    private ProblemBody() {}

    /**
     * The members of one answer.
     *
     * @param instance this one occurrence; not the trace, which may hold several
     */
    public static Map<String, Object> of(
            ProblemException problem, @Nullable String instance, @Nullable String traceId) {
        Map<String, Object> body = new LinkedHashMap<>();
        ProblemType type = problem.type();
        body.put("type", type.uri());
        body.put("title", type.title().en());
        body.put("titleZh", type.title().zh());
        body.put("status", type.status());
        body.put("detail", problem.detail().en());
        body.put("detailZh", problem.detail().zh());
        body.put("blame", type.blame().name());
        if (instance != null) {
            body.put("instance", instance);
        }
        if (traceId != null) {
            body.put("traceId", traceId);
        }
        if (!problem.errors().isEmpty()) {
            body.put("errors", problem.errors().stream().map(ProblemBody::error).toList());
        }
        body.putAll(new TreeMap<>(problem.extensions()));
        return body;
    }

    private static Map<String, String> error(FieldError error) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("field", error.field());
        body.put("rule", error.rule());
        body.put("message", error.message().en());
        body.put("messageZh", error.message().zh());
        return body;
    }
}
