package io.crosscare.acceptance;

import io.crosscare.local.token.TokenRole;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One door that changes something: a request it takes, and all that makes such a request a bad one. The bad requests are
 * generated from the fields; only what ties fields together is written out by hand.
 *
 * @param id method and path as the gateway's table has them
 * @param party who may use it
 * @param good a request that is taken, the first time with the status {@code taken}
 * @param roles who may use it at all
 * @param objects the paths of the objects in the body, for fields that do not exist
 * @param others bad requests that no single field explains
 * @param afterwards requests that are bad once the good one was taken
 */
record Door(
        String id,
        Party party,
        Call good,
        int taken,
        Set<TokenRole> roles,
        List<String> objects,
        List<Field> fields,
        List<BadRequest> others,
        List<BadRequest> afterwards) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String KEY = "Idempotency-Key";
    private static final String SURPRISE = "surprise";

    Door(String id, Party party, Call good, int taken) {
        this(id, party, good, taken, EnumSet.of(party.role()), List.of(""), List.of(), List.of(), List.of());
    }

    Door alsoFor(TokenRole role) {
        Set<TokenRole> more = EnumSet.copyOf(roles);
        more.add(role);
        return new Door(id, party, good, taken, more, objects, fields, others, afterwards);
    }

    Door withFields(Field... list) {
        return new Door(id, party, good, taken, roles, objects, List.of(list), others, afterwards);
    }

    /** The objects in the body beside the body itself. */
    Door withObjects(String... paths) {
        List<String> all = new ArrayList<>(List.of(""));
        all.addAll(List.of(paths));
        return new Door(id, party, good, taken, roles, all, fields, others, afterwards);
    }

    /** A bad request of this door's own party. */
    Door refusing(String name, Call call, Expected expected) {
        return refusing(name, party, call, expected);
    }

    Door refusing(String name, Party stranger, Call call, Expected expected) {
        return new Door(
                id,
                party,
                good,
                taken,
                roles,
                objects,
                fields,
                joined(others, name, stranger, call, expected),
                afterwards);
    }

    Door refusingAfterwards(String name, Call call, Expected expected) {
        return new Door(
                id,
                party,
                good,
                taken,
                roles,
                objects,
                fields,
                others,
                joined(afterwards, name, party, call, expected));
    }

    /** The good request with another value in a field. */
    Call goodWith(String path, JsonNode value) {
        return good.withBody(Field.object(path).setIn(body(), value).toString());
    }

    Call goodWith(String path, String value) {
        return goodWith(path, NODES.stringNode(value));
    }

    Call goodWith(String path, long value) {
        return goodWith(path, NODES.numberNode(value));
    }

    Call goodWith(String path, boolean value) {
        return goodWith(path, NODES.booleanNode(value));
    }

    Call goodWithout(String path) {
        return good.withBody(Field.object(path).removedFrom(body()).toString());
    }

    /** Everything that must not be taken before the good request is. */
    List<BadRequest> badRequests(String bearer, List<Party> everybody) {
        List<BadRequest> bad = new ArrayList<>();
        fields.forEach(field -> addField(bad, field));
        objects.forEach(object -> addUnknownField(bad, object));
        addBodies(bad);
        addKeys(bad);
        addIdentities(bad, bearer, everybody);
        bad.addAll(others);
        return bad;
    }

    private void addField(List<BadRequest> bad, Field field) {
        String path = field.path();
        JsonNode body = body();
        if (field.isRequired()) {
            bad.add(of("without " + path, field.removedFrom(body), Expected.invalid(path, "required")));
            bad.add(of(path + " null", field.setIn(body, NODES.nullNode()), Expected.invalid(path, "required")));
        }
        bad.add(of(path + " of another type", field.setIn(body, field.ofWrongType()), Expected.invalid(path, "type")));
        for (Field.Bad value : field.bad()) {
            String shown = value.value().toString();
            bad.add(of(
                            path + " = " + (shown.length() <= 40 ? shown : shown.substring(0, 40) + "…"),
                            field.setIn(body, value.value()),
                            Expected.invalid(path, value.rule()))
                    .neverRepeating(value.value().isString() ? value.value().asString() : ""));
        }
    }

    private void addUnknownField(List<BadRequest> bad, String object) {
        String path = object.isEmpty() ? SURPRISE : object + "." + SURPRISE;
        JsonNode body = Field.object(path).setIn(body(), NODES.stringNode("§unexpected§"));
        bad.add(of("with unknown field " + path, body, Expected.invalid(path, "unknown-field"))
                .neverRepeating("§unexpected§"));
    }

    private void addBodies(List<BadRequest> bad) {
        String body = body().toString();
        String firstField = body().propertyNames().iterator().next();
        Expected malformed = Expected.invalid("body", "json");
        Expected wrongType = Expected.invalid("body", "type");
        bad.add(of("cut off", body.substring(0, body.length() - 1), malformed));
        bad.add(of("with a second body", body + body, wrongType));
        bad.add(of("with a comment", "/* 注释 */" + body, malformed));
        bad.add(of("with a comma too many", body.substring(0, body.length() - 1) + ",}", malformed));
        bad.add(of("with a field twice", "{\"" + firstField + "\":null," + body.substring(1), malformed));
        bad.add(of("as a list", "[" + body + "]", wrongType));
        bad.add(of("as text", "\"text\"", wrongType));
        bad.add(of("empty", "", Expected.invalid("body", "required")));
        bad.add(BadRequest.of(
                "of another content type",
                party,
                good.withHeader("Content-Type", "application/xml"),
                Expected.of(415, "unsupported-media-type")));
    }

    private void addKeys(List<BadRequest> bad) {
        if (!good.headers().containsKey(KEY)) {
            return;
        }
        Expected required = Expected.of(400, "idempotency-key-required");
        Expected wrong = Expected.invalid(KEY, "idempotency-key");
        bad.add(BadRequest.of("without a key", party, good.withoutHeader(KEY), required));
        bad.add(BadRequest.of("with an empty key", party, good.underKey(""), required));
        bad.add(BadRequest.of("with a key of two words", party, good.underKey("two words"), wrong));
        bad.add(BadRequest.of("with a key of 129 characters", party, good.underKey("k".repeat(129)), wrong));
    }

    private void addIdentities(List<BadRequest> bad, String bearer, List<Party> everybody) {
        Expected unknown = Expected.of(401, "unauthenticated");
        bad.add(BadRequest.of("without a token", party, good, unknown).withBearer(""));
        bad.add(BadRequest.of("with a damaged token", party, good, unknown)
                .withBearer(bearer.substring(0, bearer.length() - 8) + "AAAAAAAA"));
        everybody.stream()
                .filter(other -> !roles.contains(other.role()))
                .forEach(other ->
                        bad.add(BadRequest.of("by " + other.en(), other, good, Expected.of(403, "forbidden"))));
    }

    private BadRequest of(String name, JsonNode body, Expected expected) {
        return of(name, body.toString(), expected);
    }

    private BadRequest of(String name, String body, Expected expected) {
        return BadRequest.of(name, party, good.withBody(body), expected);
    }

    private ObjectNode body() {
        return (ObjectNode) Json.read(String.valueOf(good.body()));
    }

    private static List<BadRequest> joined(
            List<BadRequest> list, String name, Party party, Call call, Expected expected) {
        List<BadRequest> joined = new ArrayList<>(list);
        joined.add(BadRequest.of(name, party, call, expected));
        return joined;
    }

    /** The same list with a null in it. */
    static ArrayNode listOfNull() {
        return NODES.arrayNode().add(NODES.nullNode());
    }
}
