package io.crosscare.correction.report.model;

import io.crosscare.correction.desk.model.CaseId;
import io.crosscare.correction.desk.model.Comment.Author;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a hospital's IT department reported of a patient who was turned away. {@code toString} shows nothing of the patient.
 *
 * @param id {@code n} and 26 characters
 * @param errorText as it was pasted, with every number of a person cut out
 * @param isCardSeen whether the card was shown at the counter
 * @param isIdentitySeen whether the identity document was shown
 * @param isPersonGiven whether the report named a person of the suite; else the case has an id of its own making
 * @param isVisitGiven whether the report named a visit of the suite
 * @param cardNumber as it stands on the card; null where it was not told
 * @param identityNumber as it stands in the document; null where it was not told
 */
public record Report(
        String id,
        CaseId caseId,
        Instant at,
        Author by,
        String errorText,
        boolean isCardSeen,
        boolean isIdentitySeen,
        boolean isPersonGiven,
        boolean isVisitGiven,
        @Nullable String cardNumber,
        @Nullable String identityNumber) {

    @Override
    public String toString() {
        return "Report[id=" + id + ", caseId=" + caseId + "]";
    }
}
