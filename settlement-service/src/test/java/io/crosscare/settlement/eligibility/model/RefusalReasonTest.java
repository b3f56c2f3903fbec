package io.crosscare.settlement.eligibility.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The reasons in the order of design.md §3.6, and what each says to the cashier. */
class RefusalReasonTest {

    /** design.md §3.6 in full; the suite refuses so far for those that exist. */
    private static final List<String> PRECEDENCE = List.of(
            "REVERSED_BEFORE_ARRIVAL",
            "ALREADY_SETTLED",
            "INSTITUTION_UNKNOWN",
            "REGIONS_NOT_CONNECTED",
            "NOT_CONNECTED_ON_DATE",
            "INSTITUTION_NOT_CONNECTED",
            "PERSON_UNKNOWN",
            "IDENTITY_MISMATCH",
            "INSURANCE_SUSPENDED",
            "CARD_NOT_ACCEPTED",
            "CARD_NOT_ACTIVE",
            "SERVICE_NOT_OPEN_FOR_CATEGORY",
            "NO_FILING",
            "FILING_FOR_OTHER_REGION",
            "FILING_NOT_YET_EFFECTIVE",
            "FILING_EXPIRED",
            "FILING_NOT_YET_UPSTREAM",
            "HOME_CLOSED_DURING_FILING",
            "SERVICE_NOT_COVERED",
            "INSTITUTION_LEVEL_UNKNOWN",
            "POLICY_MISSING",
            "EXTERNAL_FEED_STALE",
            "BILL_INCONSISTENT",
            "INVOICE_ALREADY_PAID",
            "PREVIEW_STALE");

    @Test
    void standInTheirOrderOfPrecedence() {
        List<String> declared =
                Arrays.stream(RefusalReason.values()).map(Enum::name).toList();

        assertThat(PRECEDENCE.stream().filter(declared::contains).toList()).isEqualTo(declared);
    }

    @ParameterizedTest
    @EnumSource
    void sayWhatIsWrongAndWhatToDoNextInOneShortSentenceEach(RefusalReason reason) {
        assertThat(reason.message().zh()).isNotBlank().hasSizeLessThanOrEqualTo(60);
        assertThat(reason.message().en()).isNotBlank();
        assertThat(reason.nextStep().zh()).isNotBlank().hasSizeLessThanOrEqualTo(60);
        assertThat(reason.nextStep().en()).isNotBlank();
        assertThat(reason.owners()).isNotEmpty();
    }
}
