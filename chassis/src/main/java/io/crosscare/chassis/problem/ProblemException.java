package io.crosscare.chassis.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A fault, or a rule's refusal on its way to the wire. Says what is wrong in both languages, who must act, and when to try
 * again. Its texts hold no personal data and no rejected value.
 */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient Text detail;
    private final transient List<FieldError> errors;
    private final transient Map<String, Object> extensions = new LinkedHashMap<>();
    private @Nullable Duration retryAfter;

    private ProblemException(ProblemType type, Text detail, List<FieldError> errors, @Nullable Throwable cause) {
        super(type.slug() + ": " + detail.en(), cause);
        this.type = type;
        this.detail = detail;
        this.errors = List.copyOf(errors);
    }

    public static ProblemException of(ProblemType type, Text detail) {
        return new ProblemException(type, detail, List.of(), null);
    }

    public static ProblemException of(ProblemType type) {
        return of(type, type.title());
    }

    public static ProblemException invalid(List<FieldError> errors) {
        return new ProblemException(ProblemType.INVALID_REQUEST, ProblemType.INVALID_REQUEST.title(), errors, null);
    }

    public static ProblemException invalid(String field, String rule, Text message) {
        return invalid(List.of(new FieldError(field, rule, message)));
    }

    /** Unknown and not visible answer the same. */
    public static ProblemException notFound() {
        return of(ProblemType.NOT_FOUND);
    }

    public static ProblemException forbidden() {
        return of(ProblemType.FORBIDDEN);
    }

    public static ProblemException conflict(Text detail) {
        return of(ProblemType.CONFLICT, detail);
    }

    /** Nothing happened; the same request may be sent again after the given time. */
    public static ProblemException peerUnavailable(String peer, Duration retryAfter, @Nullable Throwable cause) {
        ProblemException problem = new ProblemException(
                ProblemType.PEER_UNAVAILABLE, ProblemType.PEER_UNAVAILABLE.title(), List.of(), cause);
        return problem.with("peer", peer).retryAfter(retryAfter);
    }

    public static ProblemException busy(Duration retryAfter) {
        return of(ProblemType.BUSY).retryAfter(retryAfter);
    }

    /** Adds a member beside the standard ones; a null value adds nothing. */
    public ProblemException with(String name, @Nullable Object value) {
        if (value != null) {
            extensions.put(name, value);
        }
        return this;
    }

    public ProblemException retryAfter(Duration duration) {
        this.retryAfter = duration;
        return this;
    }

    public ProblemType type() {
        return type;
    }

    public Text detail() {
        return detail;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Map<String, Object> extensions() {
        return Map.copyOf(extensions);
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** One line for logs: the type and the fields with their rules, no values. */
    public String summary() {
        StringBuilder line = new StringBuilder(type.slug());
        Object reason = extensions.get("reason");
        if (reason != null) {
            line.append(' ').append(reason);
        }
        for (FieldError error : errors) {
            line.append(' ').append(error.field()).append(':').append(error.rule());
        }
        Throwable cause = getCause();
        if (cause != null) {
            line.append(" caused by ").append(Objects.toString(cause.getClass().getSimpleName()));
        }
        return line.toString();
    }
}
