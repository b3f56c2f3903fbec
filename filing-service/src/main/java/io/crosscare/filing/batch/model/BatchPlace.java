package io.crosscare.filing.batch.model;

import java.time.Instant;
import java.util.regex.Pattern;

/** Where a batch stands among all: by the time it was begun, then by its id. */
public record BatchPlace(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9]{13}:b[a-z2-7]{26}");

    public BatchPlace {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a place is a time in milliseconds and a batch id");
        }
    }

    static BatchPlace of(Instant startedAt, BatchId id) {
        return new BatchPlace("%013d:%s".formatted(startedAt.toEpochMilli(), id));
    }

    @Override
    public String toString() {
        return value;
    }
}
