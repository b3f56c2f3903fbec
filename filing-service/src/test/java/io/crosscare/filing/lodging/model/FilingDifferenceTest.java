package io.crosscare.filing.lodging.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.region.RegionCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A filing's history says of each step what it changed, before and after. */
class FilingDifferenceTest {

    private static final LocalDate DUE = LocalDate.parse("2019-07-03");

    @Test
    void saysNothingOfTheFirstStep() {
        assertThat(lodged().history().getFirst().fields()).isEmpty();
        assertThat(Filing.Submitted.submit(first("330100", null, null), "person")
                        .history()
                        .getFirst()
                        .fields())
                .isEmpty();
    }

    @Test
    void tellsTheLastDayBeforeAndAfter() {
        Filing.Effective shorter = lodged().changeEnd(until("2019-12-31"), step(FilingChange.Action.CHANGED));
        Filing.Effective longer = shorter.changeEnd(until("2020-12-31"), step(FilingChange.Action.CHANGED));

        assertThat(longer.history())
                .extracting(FilingChange::fields)
                .containsExactly(
                        List.of(),
                        List.of(new FieldDifference("effectiveTo", null, "2019-12-31")),
                        List.of(new FieldDifference("effectiveTo", "2019-12-31", "2020-12-31")));
        assertThat(longer.history().getLast().withoutReason().fields()).isEmpty();
    }

    @Test
    void tellsHowItEnded() {
        LocalDate from = LocalDate.parse("2019-09-01");
        FilingChange step = step(FilingChange.Action.LAPSED);

        assertThat(fields(promised().end(Ending.Cause.LAPSED, from, null, step)))
                .containsExactly("state EFFECTIVE LAPSED", "effectiveTo null 2019-08-31", "promise.state OPEN LAPSED");
        assertThat(fields(lodged().end(Ending.Cause.WITHDRAWN, LocalDate.parse("2019-05-01"), null, step)))
                .containsExactly("state EFFECTIVE WITHDRAWN");
    }

    @Test
    void tellsWhatTheAgencyDecided() {
        Filing.Submitted submitted = Filing.Submitted.submit(first("330100", null, null), "person");
        FilingChange step = step(FilingChange.Action.ACCEPTED);

        assertThat(fields(submitted.accept(step))).containsExactly("state SUBMITTED EFFECTIVE");
        assertThat(fields(submitted.reject(step))).containsExactly("state SUBMITTED REJECTED");
        assertThat(fields(submitted.withdraw(step, DUE))).containsExactly("state SUBMITTED WITHDRAWN");
        assertThat(fields(
                        Filing.Effective.lodge(first("330100", null, SpecialTreatment.declared("ST04", null)), "agency")
                                .decideTreatment(
                                        SpecialTreatment.declared("ST04", null).confirmed("ST05"),
                                        step(FilingChange.Action.TREATMENT_CONFIRMED))))
                .containsExactly("treatment.code ST04 ST05", "treatment.state DECLARED CONFIRMED");
    }

    @Test
    void tellsWhatThePapersSay() {
        StatedFacts facts = new StatedFacts(
                new Residence(ResidenceGround.WORKING, LocalDate.parse("2019-05-01"), null),
                new Employer(new RegionCode("321100"), "甲公司"),
                new Referral(
                        new InstitutionCode("H32110000001"),
                        InstitutionLevel.L3,
                        DoctorTitle.CHIEF,
                        LocalDate.parse("2019-04-30"),
                        true),
                true,
                List.of("SETTLEMENT_FORM", "PROOF_OF_RESIDENCE"));

        assertThat(fields(promised()
                        .supplement(facts, Set.of(FactName.MATERIALS), true, step(FilingChange.Action.SUPPLEMENTED))))
                .containsExactly(
                        "promise.state OPEN KEPT",
                        "basis.residence.ground null WORKING",
                        "basis.residence.awaySince null 2019-05-01",
                        "basis.employer.insuredRegion null 321100",
                        "basis.employer.name null 甲公司",
                        "basis.referral.institutionCode null H32110000001",
                        "basis.referral.institutionLevel null L3",
                        "basis.referral.levelChecked null true",
                        "basis.referral.doctorTitle null CHIEF",
                        "basis.referral.signedOn null 2019-04-30",
                        "basis.referral.stamped null true",
                        "basis.treatmentElsewhere null true",
                        "basis.materials null PROOF_OF_RESIDENCE, SETTLEMENT_FORM",
                        "basis.vouchedFor null MATERIALS");
    }

    @Test
    void tellsOfASuccessorWhatIsDifferentFromWhatItReplaces() {
        FilingContent successor = first("330100", null, null).with(SomeFilings.terms("330100", "2019-10-01", null));

        assertThat(fields(Filing.Submitted.submit(successor, "agency", lodged())))
                .containsExactly("careRegion 310000 330100", "effectiveFrom 2019-05-01 2019-10-01");
    }

    private static Filing.Effective lodged() {
        return Filing.Effective.lodge(first("310000", null, null), "agency-zhenjiang");
    }

    private static Filing.Effective promised() {
        return Filing.Effective.lodge(first("310000", Promise.open(DUE), null), "agency-zhenjiang");
    }

    private static FilingContent first(
            String careRegion, @Nullable Promise promise, @Nullable SpecialTreatment treatment) {
        return new FilingContent(
                new FilingId("f" + "a".repeat(26)),
                SomeFilings.terms(careRegion, "2019-05-01", null),
                FilingBasis.OF_AGENCY,
                promise,
                treatment,
                null,
                SomeFilings.RECORDED_AT,
                1,
                List.of());
    }

    private static FilingPeriod until(String last) {
        return new FilingPeriod(LocalDate.parse("2019-05-01"), LocalDate.parse(last));
    }

    private static FilingChange step(FilingChange.Action action) {
        return new FilingChange(action, SomeFilings.RECORDED_AT, "agency-zhenjiang", "个人申请");
    }

    private static List<String> fields(Filing filing) {
        return filing.history().getLast().fields().stream()
                .map(field -> field.field() + " " + field.before() + " " + field.after())
                .toList();
    }
}
