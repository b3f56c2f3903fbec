package io.crosscare.filing.lodging;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a request says, as one text that is equal for equal requests only. */
final class RequestContent {

    private RequestContent() {}

    /** The parts with their lengths; records and lists print the same for the same content. */
    static String of(@Nullable Object... parts) {
        return Arrays.stream(parts).map(RequestContent::part).collect(Collectors.joining(","));
    }

    static String part(@Nullable Object part) {
        return part == null ? "-" : part.toString().length() + ":" + part;
    }
}
