package io.crosscare.registry.web;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.problem.Checked;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.region.RegionCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a page of a list begins, as it travels: nobody is to read anything into it. */
final class ListCursor {

    private static final int LENGTH_MAX = 200;

    private ListCursor() {}

    /** The region code after which a page begins. */
    static Checked<String> ofRegion(FieldChecks checks, @Nullable String asked) {
        return of(checks, asked, place -> new RegionCode(place).value());
    }

    /** The institution code after which a page begins. */
    static Checked<String> ofInstitution(FieldChecks checks, @Nullable String asked) {
        return of(checks, asked, place -> new InstitutionCode(place).value());
    }

    /** The id after which a page begins, of a list whose ids have that form. */
    static Checked<String> of(FieldChecks checks, @Nullable String asked, Pattern form) {
        return of(checks, asked, place -> form.matcher(place).matches() ? place : null);
    }

    /**
     * The id after which a page begins.
     *
     * @param meaning what a place stands for in the list that is asked for; null or an {@link IllegalArgumentException} where it
     *     is of another list, or of none
     */
    static Checked<String> of(FieldChecks checks, @Nullable String asked, Function<String, @Nullable String> meaning) {
        return checks.cursor(asked, text -> meant(meaning.apply(decode(text))));
    }

    static String encode(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    private static String meant(@Nullable String id) {
        if (id == null) {
            throw new IllegalArgumentException("a place in another list");
        }
        return id;
    }

    private static String decode(String cursor) {
        if (cursor.isEmpty() || cursor.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("not a cursor");
        }
        return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    }
}
