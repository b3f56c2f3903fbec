package io.crosscare.correction.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.correction.desk.DeskWorld;
import io.crosscare.correction.desk.model.CaseSubject;
import io.crosscare.correction.desk.model.Cause;
import io.crosscare.correction.desk.model.CauseCard.PreparedAction;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Facts;
import io.crosscare.correction.desk.model.Reason;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A prepared action is one request, with what the case knows. */
class ActionResponseTest {

    private final DeskWorld desk = new DeskWorld();
    private final CorrectionCase one = CorrectionCase.opened(Facts.refusal(1, 2), Facts.minute(3));

    @Test
    void fillsInWhatTheCaseKnowsAndLeavesARoomForWhatItDoesNot() {
        ActionResponse action = actionOf(Cause.NO_FILING, one);

        assertThat(action.path()).isEqualTo("/api/v1/filings");
        assertThat(action.body())
                .isEqualTo(Map.of(
                        "personId", Facts.PERSON.value(),
                        "careRegion", "310000",
                        "effectiveFrom", Facts.DAY.toString(),
                        "category", "{category}",
                        "channel", "{channel}",
                        "reason", "{reason}"));
    }

    @Test
    void namesTheBatchOfABillAndNoneOfAStay() {
        CaseSubject stay = new CaseSubject(Facts.scope(Facts.PERSON, 'b', null), new Reason("PREVIEW_STALE"));
        CorrectionCase ofStay = CorrectionCase.opened(Facts.refusal(stay, 1, Facts.minute(2)), Facts.minute(3));

        assertThat(actionOf(Cause.PREVIEW_STALE, one).body())
                .isEqualTo(Map.of("batch", "1", "usePersonalAccount", "{usePersonalAccount}"));
        assertThat(actionOf(Cause.PREVIEW_STALE, ofStay).body())
                .isEqualTo(Map.of("usePersonalAccount", "{usePersonalAccount}"));
    }

    /** What is of a person is asked of the person, not of the case. */
    @Test
    void saysNothingOfAPersonBeforehand() {
        assertThat(actionOf(Cause.IDENTITY_MISMATCH, one).body()).isNull();
        assertThat(actionOf(Cause.PERSON_UNKNOWN, one).body()).isNull();
    }

    private ActionResponse actionOf(Cause cause, CorrectionCase of) {
        PreparedAction action = Objects.requireNonNull(desk.rules.card(cause).action());
        return ActionResponse.of(action, of);
    }
}
