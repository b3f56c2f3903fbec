package io.crosscare.gateway.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The path of a request target, read literally: one form per resource, so that the gateway and the service behind it cannot
 * read it differently. Dot segments, empty segments, parameters ({@code ;}), back-slashes and escapes are not paths of the
 * suite; the one escape taken is that of the colon in settlement ids.
 *
 * @param segments what stands between the slashes, at least one
 */
public record RequestPath(List<String> segments) {

    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,127}");
    private static final int SEGMENTS_MAX = 8;

    public RequestPath {
        segments = List.copyOf(segments);
    }

    /**
     * Reads an origin-form target.
     *
     * @param target as it stands in the request line, with its query
     * @return empty for anything but a plain path
     */
    public static Optional<RequestPath> parse(String target) {
        if (!target.startsWith("/")) {
            return Optional.empty();
        }
        int query = target.indexOf('?');
        String path = query < 0 ? target.substring(1) : target.substring(1, query);
        String[] raw = path.split("/", -1);
        if (raw.length > SEGMENTS_MAX) {
            return Optional.empty();
        }
        List<String> segments = new ArrayList<>(raw.length);
        for (String segment : raw) {
            String plain = segment.replace("%3A", ":").replace("%3a", ":");
            if (!SEGMENT.matcher(plain).matches()) {
                return Optional.empty();
            }
            segments.add(plain);
        }
        return Optional.of(new RequestPath(segments));
    }
}
