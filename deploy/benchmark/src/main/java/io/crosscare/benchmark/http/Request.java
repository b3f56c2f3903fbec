package io.crosscare.benchmark.http;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A request with a JSON body or none.
 *
 * @param path with its query, encoded
 * @param key of the {@code Idempotency-Key}
 */
public record Request(
        String method,
        String path,
        String bearer,
        @Nullable String key,
        @Nullable String body) {

    public static Request get(String path, String bearer) {
        return new Request("GET", path, bearer, null, null);
    }

    public static Request post(String path, String bearer, String key, String body) {
        return new Request("POST", path, bearer, key, body);
    }

    public static Request put(String path, String bearer, String body) {
        return new Request("PUT", path, bearer, null, body);
    }

    /** As it goes over the wire. */
    byte[] bytes(String host) {
        StringBuilder text = new StringBuilder(1_024)
                .append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: ")
                .append(host)
                .append("\r\nAccept: application/json, text/plain\r\n");
        if (!bearer.isEmpty()) {
            text.append("Authorization: Bearer ").append(bearer).append("\r\n");
        }
        if (key != null) {
            text.append("Idempotency-Key: ").append(key).append("\r\n");
        }
        byte[] content = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        if (body != null) {
            text.append("Content-Type: application/json\r\nContent-Length: ")
                    .append(content.length)
                    .append("\r\n");
        }
        byte[] head = text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[head.length + content.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(content, 0, all, head.length, content.length);
        return all;
    }
}
