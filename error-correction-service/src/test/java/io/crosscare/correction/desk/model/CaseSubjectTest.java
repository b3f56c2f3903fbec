package io.crosscare.correction.desk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.crosscare.chassis.id.PersonId;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseSubjectTest {

    private static final PersonId OTHER = new PersonId("p" + "b".repeat(26));

    @Test
    void hasOneIdForOneSubjectAndOthersForOthers() {
        CaseSubject subject = Facts.subject(Facts.PERSON, 'a', Facts.NO_FILING);
        Set<CaseId> ids = new HashSet<>();
        ids.add(subject.caseId());
        ids.add(Facts.subject(OTHER, 'a', Facts.NO_FILING).caseId());
        ids.add(Facts.subject(Facts.PERSON, 'b', Facts.NO_FILING).caseId());
        ids.add(Facts.subject(Facts.PERSON, 'a', Reason.ALREADY_SETTLED).caseId());
        ids.add(new CaseSubject(Facts.scope(Facts.PERSON, 'a', "2"), Facts.NO_FILING).caseId());
        ids.add(new CaseSubject(Facts.scope(Facts.PERSON, 'a', null), Facts.NO_FILING).caseId());
        ids.add(new CaseSubject(Facts.scope(Facts.PERSON, 'a', "STAY"), Facts.NO_FILING).caseId());

        assertThat(ids).hasSize(7);
        assertThat(Facts.subject(Facts.PERSON, 'a', new Reason("NO_FILING")).caseId())
                .isEqualTo(subject.caseId());
    }

    /** Stored ids depend on it: it must not change. */
    @Test
    void isWorkedOutAsItAlwaysWas() {
        assertThat(Facts.subject(Facts.PERSON, 'a', Facts.NO_FILING).caseId().value())
                .isEqualTo("cpuus5c57z6jgxwc6avfsvyj3fc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no_filing", "NO FILING", "N", "NO-FILING"})
    void takesNoReasonOfAnotherForm(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Reason(code));
    }

    @Test
    void labelsOnlyReasonsItKnows() {
        assertThat(new Reason("NO_FILING").label()).isEqualTo("NO_FILING");
        assertThat(new Reason("INVENTED").label()).isEqualTo("OTHER");
        assertThat(new Reason("INVENTED").code()).isEqualTo("INVENTED");
    }
}
