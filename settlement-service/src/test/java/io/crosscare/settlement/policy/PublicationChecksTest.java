package io.crosscare.settlement.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.settlement.benefit.model.PolicyPack;
import io.crosscare.settlement.document.CanonicalText;
import io.crosscare.settlement.document.DocumentFlaw;
import io.crosscare.settlement.document.ShippedDocuments;
import io.crosscare.settlement.policy.PublicationChecks.Findings;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packs held against what is the law already and against the limits. */
class PublicationChecksTest {

    private static final String ZHENJIANG = "321100-employee-2019";
    private static final String NANJING = "320100-employee-2024";

    private final PublicationChecks checks =
            new PublicationChecks(CutLimit.read(ShippedDocuments.one("/policy-limits.yaml")));

    @Test
    void letsAPackSpeakForDaysOfWhichNobodySpeaks() {
        Findings findings = check(dated(ZHENJIANG, "2018-01-01", "2018-12-31"), Set.of(), published(ZHENJIANG));

        assertThat(findings.flaws()).isEmpty();
    }

    @Test
    void refusesASecondLawForTheSameDayAndPointsAtTheFirstDay() {
        String document = dated(ZHENJIANG, "2022-12-31", "2022-12-31");

        assertThat(check(document, Set.of(), published(ZHENJIANG)).flaws())
                .singleElement()
                .satisfies(flaw -> {
                    assertThat(flaw.place()).isEqualTo("from");
                    assertThat(document.lines().toList().get(flaw.line() - 1)).isEqualTo("from: 2022-12-31");
                    assertThat(flaw.en()).contains(ZHENJIANG, "replaces");
                });
    }

    @Test
    void takesTheSecondLawThatNamesWhatItReplaces() {
        PublishedPolicy before = published(ZHENJIANG);

        assertThat(check(dated(ZHENJIANG, "2022-01-01", "2022-12-31"), Set.of(before.hash()), before)
                        .flaws())
                .isEmpty();
    }

    @Test
    void refusesToReplaceWhatBeginsLaterForThatWouldStillCount() {
        PublishedPolicy before = published(ZHENJIANG);

        assertThat(check(dated(ZHENJIANG, "2018-01-01", "2022-12-31"), Set.of(before.hash()), before)
                        .flaws())
                .extracting(DocumentFlaw::place)
                .containsExactly("from");
    }

    @Test
    void asksNothingAboutAPackWhosePlaceAnotherHasTaken() {
        PublishedPolicy before = published(ZHENJIANG);
        PublishedPolicy correction = of(
                dated(ZHENJIANG, "2019-01-01", "2022-12-31").replace("fen: 50000", "fen: 60000"),
                before.publishedAt().plusSeconds(1));

        assertThat(check(
                                dated(ZHENJIANG, "2019-01-01", "2022-12-31").replace("fen: 50000", "fen: 70000"),
                                Set.of(correction.hash()),
                                before,
                                correction)
                        .flaws())
                .isEmpty();
    }

    @Test
    void leavesOtherPlansAndRegionsAlone() {
        assertThat(check(
                                dated(ZHENJIANG, "2019-01-01", "2022-12-31"),
                                Set.of(),
                                published("321100-resident-2019"),
                                published("320100-employee-2019"))
                        .flaws())
                .isEmpty();
    }

    /** The national limit's cut is 20 points; five are pointed out. */
    @ParameterizedTest
    @CsvSource({"0, 0, 0", "-500, 0, 0", "-501, 0, 1", "-2000, 0, 1", "-2001, 1, 0"})
    void holdsTheCutOfATransferAgainstTheLimits(int shift, int flaws, int warnings) {
        Findings findings =
                check(ShippedPacks.document(NANJING).replace("{shiftBp: -1000", "{shiftBp: " + shift), Set.of());

        assertThat(findings.flaws())
                .hasSize(flaws)
                .allSatisfy(flaw -> assertThat(flaw.place()).isEqualTo("transfer"));
        assertThat(findings.warnings())
                .filteredOn(warning -> !warning.en().contains("unknown figures"))
                .hasSize(warnings);
    }

    /** 40 % paid first is a cut as well: of 87 % for a stay at level 3, and of 95 % at level 1. */
    @Test
    void countsWhatIsPaidFirstAsACut() {
        assertThat(check(dated(ZHENJIANG, "2022-12-31", "2023-01-01"), Set.of()).flaws())
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.en()).contains("39.2%", "20%", "JS.TR.MAXCUT"));
        assertThat(check(dated(ZHENJIANG, "2019-01-01", "2022-12-31"), Set.of()).flaws())
                .isEmpty();
    }

    @Test
    void pointsOutFiguresThatNobodyKnows() {
        assertThat(check(ShippedPacks.document("320100-employee-2019"), Set.of())
                        .warnings())
                .extracting(warning -> warning.en().split(" ", 2)[0])
                .containsExactlyInAnyOrder("OUTPATIENT", "CHRONIC");
    }

    private Findings check(String document, Set<String> replaces, PublishedPolicy... published) {
        return checks.check(PolicyReader.readDocument(new CanonicalText(document)), List.of(published), replaces);
    }

    private static PublishedPolicy published(String name) {
        return of(ShippedPacks.document(name), Instant.parse("2026-01-01T00:00:00Z"));
    }

    private static PublishedPolicy of(String document, Instant at) {
        CanonicalText canonical = new CanonicalText(document);
        PolicyPack pack = PolicyReader.read(canonical);
        return new PublishedPolicy(canonical.hash(), pack, canonical.text(), at);
    }

    private static String dated(String name, String from, String to) {
        return ShippedPacks.document(name)
                .replace("from: 2019-01-01", "from: " + from)
                .replace("to: 2022-12-31", "to: " + to);
    }
}
