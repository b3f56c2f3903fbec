package io.crosscare.acceptance.kills;

import io.crosscare.acceptance.Json;
import tools.jackson.databind.JsonNode;

/**
 * What a hospital was answered, as it stands in its journal. Silence stands nowhere.
 *
 * @param intent the number of the intent it answers
 * @param body as it came
 */
record Told(long intent, int status, JsonNode body) {

    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final int REFUSED = 422;
    private static final int FIRST_FAULT = 500;

    /** Says that it was done, now or before. */
    boolean isDone() {
        return status == OK || status == CREATED;
    }

    boolean isRefusal() {
        return status == REFUSED;
    }

    /** Says nothing of what became of the intent. */
    boolean isFault() {
        return status >= FIRST_FAULT;
    }

    String reason() {
        return body.path("reason").asString("");
    }

    String entryId() {
        return body.path("id").asString("");
    }

    JsonNode toJson() {
        return Json.object().put("intent", intent).put("status", status).set("body", body);
    }

    static Told of(JsonNode line) {
        return new Told(line.path("intent").asLong(), line.path("status").asInt(), line.path("body"));
    }
}
