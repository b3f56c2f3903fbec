package io.crosscare.filing.lodging.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.problem.FieldError;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.filing.lodging.LodgeFilingCommand;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form of an application, checked before anything is asked of the store. */
class FilingRequestTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final Caller AGENCY = new Caller.Agency("agency-zhenjiang", new RegionCode("321100"));

    @ParameterizedTest
    @CsvSource({
        "2026-11-24,,",
        "2026-11-23,,补办",
        "2019-05-01,2019-05-01,补办",
        "2027-11-24,,",
    })
    void takesDaysInOrder(String from, @Nullable String to, @Nullable String reason) {
        assertThat(request(from, to, reason).toCommand(TODAY, AGENCY).from()).isEqualTo(LocalDate.parse(from));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23,,,reason,required-when-backdated",
        "2026-11-25,2026-11-24,,effectiveTo,period",
        "2027-11-25,,,effectiveFrom,too-far-ahead",
        "2026-02-30,,,effectiveFrom,date",
        "20261124,,,effectiveFrom,date",
        ",,,effectiveFrom,required",
        "2026-11-24,never,,effectiveTo,date",
    })
    void namesTheFieldAndTheRuleOfDaysOutOfOrder(
            @Nullable String from, @Nullable String to, @Nullable String reason, String field, String rule) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> request(from, to, reason).toCommand(TODAY, AGENCY))
                .satisfies(problem -> assertThat(problem.errors())
                        .extracting(FieldError::field, FieldError::rule)
                        .containsExactly(tuple(field, rule)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24,,AGENCY",
        "2026-11-24,,PERSON",
        "2026-11-23,传真补录,AGENCY",
        "1900-01-01,传真补录,AGENCY",
        ",,PERSON",
    })
    void takesTheDayOfAPromise(@Nullable LocalDate signed, @Nullable String reason, String caller) {
        LodgeFilingCommand command = promise(signed, true, reason).toCommand(TODAY, callerOf(caller));

        assertThat(command.promisedOn()).isEqualTo(signed);
    }

    @ParameterizedTest
    @CsvSource({
        // signed | on a promise | reason | by | field | rule
        "2026-11-25,true,,AGENCY,promisedOn,not-in-future",
        "2026-11-24,false,,AGENCY,promisedOn,only-with-promise",
        "2026-11-24,,,AGENCY,promisedOn,only-with-promise",
        "2026-11-23,true,,AGENCY,reason,required-when-backdated",
        "2026-11-23,true,传真补录,PERSON,promisedOn,not-backdated",
        "2026-11-23,true,传真补录,HOSPITAL,promisedOn,not-backdated",
        "1899-12-31,true,传真补录,AGENCY,promisedOn,date",
        "soon,true,,AGENCY,promisedOn,date",
    })
    void namesTheFieldAndTheRuleOfTheDayOfAPromise(
            String signed,
            @Nullable Boolean isPromise,
            @Nullable String reason,
            String caller,
            String field,
            String rule) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(
                        () -> promised("2026-11-24", signed, isPromise, reason).toCommand(TODAY, callerOf(caller)))
                .satisfies(problem -> assertThat(problem.errors())
                        .extracting(FieldError::field, FieldError::rule)
                        .containsExactly(tuple(field, rule)));
    }

    @Test
    void asksForOneReasonWhereBothDaysArePast() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(
                        () -> promised("2026-11-01", "2026-11-01", true, null).toCommand(TODAY, AGENCY))
                .satisfies(problem -> assertThat(problem.errors())
                        .extracting(FieldError::field)
                        .containsExactly("reason"));
    }

    @Test
    void cutsNumbersOutOfTheReason() {
        String reason = "本人321102190002300011电话13900000000补办";

        assertThat(request("2019-05-01", null, reason).toCommand(TODAY, AGENCY).reason())
                .isEqualTo("本人***电话***补办");
    }

    private static Caller callerOf(String name) {
        return switch (name) {
            case "AGENCY" -> AGENCY;
            case "PERSON" -> new Caller.Insured("insured", new PersonId("p" + "a".repeat(26)));
            case "HOSPITAL" -> new Caller.Hospital("his", new InstitutionCode("H32110000001"));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static FilingRequest request(@Nullable String from, @Nullable String to, @Nullable String reason) {
        return request(from, to, reason, null, null);
    }

    private static FilingRequest promise(@Nullable LocalDate signed, boolean isPromise, @Nullable String reason) {
        return promised(TODAY.toString(), signed == null ? null : signed.toString(), isPromise, reason);
    }

    private static FilingRequest promised(
            String from, @Nullable String signed, @Nullable Boolean isPromise, @Nullable String reason) {
        return request(from, null, reason, isPromise, signed);
    }

    private static FilingRequest request(
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason,
            @Nullable Boolean isPromise,
            @Nullable String signed) {
        return new FilingRequest(
                "p" + "a".repeat(26),
                "TRANSFER",
                "310000",
                from,
                to,
                "COUNTER",
                reason,
                null,
                null,
                null,
                null,
                null,
                isPromise,
                signed,
                null,
                null);
    }
}
