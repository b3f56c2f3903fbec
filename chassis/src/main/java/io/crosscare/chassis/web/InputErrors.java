package io.crosscare.chassis.web;

import io.crosscare.chassis.problem.FieldError;
import io.crosscare.chassis.problem.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
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
        boolean isBodyMissing = input.getCause() == null;
        String name = parameter == null ? null : parameter.getParameterName();
        if (isBodyMissing) {
            return List.of(new FieldError(BODY, "required", REQUIRED));
        }
        return List.of(new FieldError(name == null ? BODY : name, "type", WRONG_TYPE));
    }

    /** What is wrong with a text that was read as JSON. */
    public static FieldError ofJson(JacksonException json) {
        return switch (json) {
            case UnrecognizedPropertyException unknown -> new FieldError(pathOf(unknown), "unknown-field", UNKNOWN);
            case StreamConstraintsException _ ->
                new FieldError(BODY, "json-limits", Text.of("JSON 过深或过长", "is too deep or too long"));
            case InputCoercionException coercion -> new FieldError(pathOf(coercion), "type", WRONG_TYPE);
            case StreamReadException _ -> new FieldError(BODY, "json", MALFORMED);
            case DatabindException databind -> new FieldError(pathOf(databind), "type", WRONG_TYPE);
            default -> new FieldError(BODY, "json", MALFORMED);
        };
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
        return path.isEmpty() ? BODY : FieldError.printable(path.toString());
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
