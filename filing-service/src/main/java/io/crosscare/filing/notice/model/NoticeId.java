package io.crosscare.filing.notice.model;

import io.crosscare.filing.lodging.model.FilingId;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * The name of a notice: the day that brought it, its kind and its filing, so that it is there once. Names sort by that day.
 *
 * @param value {@code 2026-12-31.FILING_ENDED.f…}
 */
public record NoticeId(String value) {

    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d\\d-\\d\\d\\.[A-Z_]{5,20}\\.f[a-z2-7]{26}");

    public NoticeId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a notice is named by its day, kind and filing");
        }
    }

    static NoticeId of(LocalDate passed, NoticeKind kind, FilingId filing) {
        return new NoticeId(passed + "." + kind + "." + filing);
    }

    /** The day that brought it. */
    public LocalDate passed() {
        return LocalDate.parse(value.substring(0, value.indexOf('.')));
    }

    @Override
    public String toString() {
        return value;
    }
}
