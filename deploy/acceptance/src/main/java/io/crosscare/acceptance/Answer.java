package io.crosscare.acceptance;

import java.net.http.HttpHeaders;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a door answered. Reading a field that is not there is a {@link Difference} that names the call, never a null.
 *
 * @param call the method and path that was asked, for messages
 */
public record Answer(String call, int status, HttpHeaders headers, String text) {

    /** This answer, if it has the status; else the difference, with the problem the door told. */
    public Answer require(int expected) {
        if (status != expected) {
            throw new Difference("%s: 应答 %d，应为 %d · answered %d, expected %d%n    %s"
                    .formatted(call, status, expected, status, expected, text));
        }
        return this;
    }

    /** The body as JSON. */
    public JsonNode json() {
        try {
            return Json.read(text);
        } catch (JacksonException notJson) {
            throw new Difference("%s: 答复不是 JSON · the answer is no JSON: %s".formatted(call, text), notJson);
        }
    }

    public String string(String field) {
        return field(field).asString();
    }

    public long number(String field) {
        JsonNode value = field(field);
        if (!value.isIntegralNumber()) {
            throw new Difference("%s: 字段 %s 不是整数 · field %s is no integer: %s".formatted(call, field, field, value));
        }
        return value.asLong();
    }

    public JsonNode field(String field) {
        JsonNode value = json().path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw new Difference(
                    "%s: 答复缺少字段 %s · the answer lacks field %s%n    %s".formatted(call, field, field, text));
        }
        return value;
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** Whether the door says that this is the first answer again, and nothing was done a second time. */
    public boolean isReplay() {
        return header("Idempotency-Hit").filter("true"::equals).isPresent();
    }
}
