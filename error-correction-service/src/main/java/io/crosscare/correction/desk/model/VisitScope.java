package io.crosscare.correction.desk.model;

import io.crosscare.chassis.id.PersonId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of a visit is settled in one piece, and refused in one piece: a fee batch of an outpatient visit, or a stay as a whole.
 *
 * @param batch the hospital's name for it; null for a stay
 */
public record VisitScope(
        PersonId person, String visitId, @Nullable String batch) {

    private static final Pattern VISIT = Pattern.compile("v[a-z2-7]{26}");
    private static final Pattern BATCH = Pattern.compile("[A-Za-z0-9._-]{1,16}");

    public VisitScope {
        if (!VISIT.matcher(visitId).matches()) {
            throw new IllegalArgumentException("a visit id is 'v' and 26 characters of a-z and 2-7");
        }
        if (batch != null && !BATCH.matcher(batch).matches()) {
            throw new IllegalArgumentException("a batch has 1 to 16 letters, digits, dots, dashes or underscores");
        }
    }

    /** Its name in the store; no two scopes share one. */
    public String key() {
        return person.value() + "/" + visitId + "/" + (batch == null ? "STAY" : "BATCH-" + batch);
    }
}
