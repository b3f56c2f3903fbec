package io.crosscare.acceptance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One request, before it is known who makes it. The path stands under {@code /api/v1}; a query keeps its order, is
 * written readably and encoded when it is sent.
 *
 * @param body the bytes as they are sent, so that a damaged body can be sent too
 */
public record Call(
        String method,
        String path,
        Map<String, String> query,
        @Nullable String body,
        Map<String, String> headers) {

    private static final SequencedMap<String, String> NONE = new LinkedHashMap<>();

    public Call {
        query = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(query));
        headers = Map.copyOf(headers);
    }

    public static Call get(String path) {
        return new Call("GET", path, NONE, null, Map.of());
    }

    public static Call post(String path, JsonNode body) {
        return new Call("POST", path, NONE, body.toString(), Map.of());
    }

    public static Call put(String path, JsonNode body) {
        return new Call("PUT", path, NONE, body.toString(), Map.of());
    }

    /** The same call with one more query parameter. */
    public Call with(String name, String value) {
        return new Call(method, path, joined(query, name, value), body, headers);
    }

    /** The same call under an {@code Idempotency-Key}. */
    public Call underKey(String key) {
        return withHeader("Idempotency-Key", key);
    }

    public Call accepting(String mediaType) {
        return withHeader("Accept", mediaType);
    }

    public Call withHeader(String name, String value) {
        return new Call(method, path, query, body, joined(headers, name, value));
    }

    public Call withoutHeader(String name) {
        Map<String, String> others = new LinkedHashMap<>(headers);
        others.remove(name);
        return new Call(method, path, query, body, others);
    }

    public Call withBody(@Nullable String otherBody) {
        return new Call(method, path, query, otherBody, headers);
    }

    /** Path and query as people read them. */
    public String readable() {
        return path + joinedQuery(false);
    }

    /** Path and query as they are sent. */
    public String encoded() {
        return path + joinedQuery(true);
    }

    private String joinedQuery(boolean encodes) {
        StringBuilder text = new StringBuilder();
        query.forEach((name, value) -> text.append(text.isEmpty() ? '?' : '&')
                .append(name)
                .append('=')
                .append(encodes ? URLEncoder.encode(value, StandardCharsets.UTF_8) : value));
        return text.toString();
    }

    private static SequencedMap<String, String> joined(Map<String, String> map, String name, String value) {
        SequencedMap<String, String> joined = new LinkedHashMap<>(map);
        joined.put(name, value);
        return joined;
    }
}
