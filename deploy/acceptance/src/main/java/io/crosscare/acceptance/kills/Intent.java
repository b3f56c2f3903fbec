package io.crosscare.acceptance.kills;

import io.crosscare.acceptance.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a hospital is about to ask for, as it stood in its journal before a byte was sent. Pressing again is the same intent.
 *
 * @param number counts the intents of a run from 1
 * @param key the caller's key, unique in a run
 * @param visitId the visit to settle, or that of the settlement to be undone
 * @param undone of an undo: the number of the intent it takes back; 0 of a settlement
 * @param mayBeRefused whether the rules are known to refuse it
 */
record Intent(
        long number,
        Kind kind,
        String personId,
        String institution,
        String key,
        String visitId,
        long undone,
        boolean mayBeRefused) {

    /** The words of the door that tells outcomes. */
    enum Kind {
        SETTLEMENT,
        CANCELLATION,
        REVERSAL
    }

    JsonNode toJson() {
        ObjectNode line = Json.object()
                .put("number", number)
                .put("kind", kind.name())
                .put("personId", personId)
                .put("institution", institution)
                .put("key", key)
                .put("visitId", visitId);
        return line.put("undone", undone).put("mayBeRefused", mayBeRefused);
    }

    static Intent of(JsonNode line) {
        return new Intent(
                line.path("number").asLong(),
                Kind.valueOf(line.path("kind").asString()),
                line.path("personId").asString(),
                line.path("institution").asString(),
                line.path("key").asString(),
                line.path("visitId").asString(),
                line.path("undone").asLong(),
                line.path("mayBeRefused").asBoolean());
    }

    @Override
    public String toString() {
        return "%s #%d of %s, visit %s".formatted(kind, number, personId, visitId);
    }
}
