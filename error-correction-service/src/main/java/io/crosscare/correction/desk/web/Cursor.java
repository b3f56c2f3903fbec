package io.crosscare.correction.desk.web;

import io.crosscare.correction.desk.CorrectionCases.Place;
import io.crosscare.correction.desk.model.CaseId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** The place where a page ended, as an opaque word. */
final class Cursor {

    private static final int LENGTH_MAX = 80;
    private static final String SEPARATOR = ":";

    private Cursor() {}

    static String encode(Place place) {
        String text = place.openedAt().toEpochMilli() + SEPARATOR + place.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws IllegalArgumentException for anything else
     */
    static Place decode(String cursor) {
        if (cursor.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("too long for a cursor");
        }
        String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(SEPARATOR, -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("not a cursor");
        }
        long millis = Long.parseLong(parts[0]);
        if (millis < 0) {
            throw new IllegalArgumentException("not a cursor");
        }
        return new Place(Instant.ofEpochMilli(millis), new CaseId(parts[1]));
    }
}
