package io.crosscare.benchmark.load;

import io.crosscare.benchmark.http.HttpClient;
import io.crosscare.benchmark.http.Request;
import io.crosscare.benchmark.http.Response;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests and reads what the next one needs of the answer, without building a tree of it. */
public final class Answers {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Answers() {}

    /** The body of an answer with one of the expected statuses. */
    public static String require(HttpClient http, Request request, int... expected) throws Unexpected {
        Response response = send(http, request);
        if (Arrays.stream(expected).noneMatch(status -> status == response.status())) {
            throw new Unexpected(labelOf(response));
        }
        return response.body();
    }

    private static Response send(HttpClient http, Request request) throws Unexpected {
        try {
            return http.send(request);
        } catch (IOException e) {
            throw new Unexpected("无应答 no answer: " + e.getClass().getSimpleName(), e);
        }
    }

    /** Status, problem type and reason: what a person needs to find the cause, and nothing the request held. */
    public static String labelOf(Response response) {
        StringBuilder label = new StringBuilder().append(response.status());
        find(response.body(), "type", JsonParser::getString)
                .ifPresent(type -> label.append(' ').append(type));
        find(response.body(), "reason", JsonParser::getString)
                .ifPresent(reason -> label.append(' ').append(reason));
        return label.toString();
    }

    /** A text at the top of the body. */
    public static String text(String body, String field) throws Unexpected {
        return find(body, field, JsonParser::getString).orElseThrow(() -> missing(field));
    }

    /** A value at the top of the body as it stands there, so that it can be sent back unchanged. */
    public static String raw(String body, String field) throws Unexpected {
        return find(body, field, parser -> {
                    int start = Math.toIntExact(parser.currentTokenLocation().getCharOffset());
                    parser.skipChildren();
                    parser.finishToken();
                    return body.substring(
                            start, Math.toIntExact(parser.currentLocation().getCharOffset()));
                })
                .orElseThrow(() -> missing(field));
    }

    private interface Reading {
        String of(JsonParser atValue);
    }

    /** Empty when the body is no JSON object or has no such field. */
    private static Optional<String> find(String body, String field, Reading reading) {
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean isFound = field.equals(parser.currentName());
                parser.nextToken();
                if (isFound) {
                    return Optional.of(reading.of(parser));
                }
                parser.skipChildren();
            }
            return Optional.empty();
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static Unexpected missing(String field) {
        return new Unexpected("答复缺少字段 the answer lacks " + field);
    }
}
