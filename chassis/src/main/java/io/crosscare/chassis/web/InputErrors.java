package io.crosscare.chassis.web;

import io.crosscare.chassis.problem.FieldError;
import io.crosscare.chassis.problem.Text;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.codec.DecodingException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Names the field and the rule that a request body or parameter broke before any code of ours saw it. */
public final class InputErrors {

    private static final Text MALFORMED = Text.of("不是合法的 JSON", "is not well-formed JSON");
    private static final Text UNKNOWN = Text.of("没有这个字段", "there is no such field");
    private static final Text WRONG_TYPE = Text.of("类型不正确", "has the wrong type");
    private static final Text REQUIRED = Text.of("必填", "is required");
    private static final String BODY = "body";

    /** For a body that is JSON and nothing that was asked for, {@code null} for one. */
    public static final FieldError WRONG_BODY = new FieldError(BODY, "type", WRONG_TYPE);

    private static final FieldError NO_BODY = new FieldError(BODY, "required", REQUIRED);

    private InputErrors() {}

    static List<FieldError> of(ServerWebInputException input) {
        JacksonException json = jsonCauseOf(input);
        if (json != null) {
            return List.of(ofJson(json));
        }
        if (input instanceof MissingRequestValueException missing) {
            return List.of(new FieldError(missing.getName(), "required", REQUIRED));
        }
        MethodParameter parameter = input.getMethodParameter();
        Throwable cause = input.getCause();
        boolean isBodyMissing = cause == null || (cause instanceof DecodingException && cause.getCause() == null);
        String name = parameter == null ? null : parameter.getParameterName();
        if (isBodyMissing) {
            return List.of(NO_BODY);
        }
        return List.of(new FieldError(name == null ? BODY : name, "type", WRONG_TYPE));
    }

    /**
     * Everything that is wrong with a text that was read as JSON.
     *
     * @param json the fault at which reading stopped
     * @param text in UTF-8
     * @param expected what it was read as
     */
    public static List<FieldError> ofJson(JacksonException json, byte[] text, Type expected, ObjectMapper mapper) {
        List<FieldError> all = WrongFields.in(text, expected, mapper);
        return all.isEmpty() ? List.of(ofJson(json)) : all;
    }

    private static FieldError ofJson(JacksonException json) {
        return switch (json) {
            case UnrecognizedPropertyException unknown -> unknownField(pathOf(unknown));
            case StreamConstraintsException _ ->
                new FieldError(BODY, "json-limits", Text.of("JSON 过深或过长", "is too deep or too long"));
            case InputCoercionException coercion -> wrongType(pathOf(coercion));
            case StreamReadException _ -> new FieldError(BODY, "json", MALFORMED);
            case MismatchedInputException mismatched when isOfNothing(mismatched) -> NO_BODY;
            case DatabindException databind -> wrongType(pathOf(databind));
            default -> new FieldError(BODY, "json", MALFORMED);
        };
    }

    /** A field, by the path to it, whose value is of another type; the body as a whole where the path is empty. */
    static FieldError wrongType(String path) {
        return new FieldError(shown(path), "type", WRONG_TYPE);
    }

    /** A field, by the path to it, that nobody asks for. */
    static FieldError unknownField(String path) {
        return new FieldError(shown(path), "unknown-field", UNKNOWN);
    }

    /** A body of no byte, or of blanks alone. */
    private static boolean isOfNothing(MismatchedInputException mismatched) {
        return mismatched.getPath().isEmpty() && mismatched.getOriginalMessage().startsWith("No content");
    }

    private static String pathOf(JacksonException error) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : error.getPath()) {
            String name = step.getPropertyName();
            if (name == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.toString();
    }

    private static String shown(String path) {
        return path.isEmpty() ? BODY : FieldError.printable(path);
    }

    private static @Nullable JacksonException jsonCauseOf(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException json) {
                return json;
            }
        }
        return null;
    }
}
