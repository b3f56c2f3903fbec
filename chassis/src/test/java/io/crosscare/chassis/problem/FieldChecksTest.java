package io.crosscare.chassis.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crosscare.chassis.region.RegionCode;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FieldChecksTest {

    private final FieldChecks checks = new FieldChecks();

    @Test
    void collectsEveryBrokenRuleWithoutItsValue() {
        checks.region("insuredRegion", "zhenjiang");
        checks.date("effectiveFrom", "2019-02-30");
        checks.text("reason", null, 10);
        checks.fen("amountFen", -1L, 0, 100);
        checks.oneOf("blame", "NOBODY", Blame.class);

        ProblemException problem = catchThrowableOfType(ProblemException.class, checks::throwIfInvalid);

        assertThat(problem.errors())
                .extracting(error -> error.field() + ":" + error.rule())
                .containsExactly(
                        "insuredRegion:region-code",
                        "effectiveFrom:date",
                        "reason:required",
                        "amountFen:range",
                        "blame:one-of");
        assertThat(problem.getMessage()).doesNotContain("zhenjiang", "NOBODY");
    }

    @Test
    void givesTheValuesThatPassed() {
        Checked<RegionCode> region = checks.region("insuredRegion", "321100");
        Checked<String> reason = checks.optionalText("reason", null, 10);

        checks.throwIfInvalid();

        assertThat(region.value()).isEqualTo(new RegionCode("321100"));
        assertThat(reason.orNull()).isNull();
    }

    @Test
    void refusesARegionOfNoProvince() {
        checks.region("careRegion", "999999");
        checks.optionalRegion("insuredRegion", "990000");

        assertThat(catchThrowableOfType(ProblemException.class, checks::throwIfInvalid)
                        .errors())
                .extracting(error -> error.field() + ":" + error.rule())
                .containsExactly("careRegion:region-code", "insuredRegion:region-code");
    }

    @Test
    void refusesControlCharactersAndLoneSurrogatesInText() {
        checks.text("a", "line\r\nbreak", 50);
        checks.text("b", "\ud800", 50);
        checks.text("c", "\u001b[31m", 50);

        assertThat(catchThrowableOfType(ProblemException.class, checks::throwIfInvalid)
                        .errors())
                .hasSize(3);
    }

    @Test
    void namesTheMissingElementOfAList() {
        checks.list("lines", Arrays.asList("a", null), 5);

        ProblemException problem = catchThrowableOfType(ProblemException.class, checks::throwIfInvalid);

        assertThat(problem.errors()).extracting(FieldError::field).isEqualTo(List.of("lines[1]"));
    }

    @Test
    void everyProblemTypeHasAnAddressOfItsOwn() {
        assertThat(Arrays.stream(ProblemType.values()).map(ProblemType::uri)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(ProblemType.values()).map(ProblemType::title)).allMatch(Objects::nonNull);
    }
}
