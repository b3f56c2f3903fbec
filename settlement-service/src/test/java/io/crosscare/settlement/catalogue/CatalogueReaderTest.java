package io.crosscare.settlement.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.money.Ratio;
import io.crosscare.settlement.benefit.model.Catalogue;
import io.crosscare.settlement.benefit.model.CatalogueItem;
import io.crosscare.settlement.benefit.model.InstitutionLevel;
import io.crosscare.settlement.benefit.model.InsurancePlan;
import io.crosscare.settlement.document.CanonicalText;
import io.crosscare.settlement.document.DocumentFlaw;
import io.crosscare.settlement.document.DocumentRefused;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueReaderTest {

    private static final String DOCUMENT = """
        # region: 310000
        # title-zh: 上海医保目录
        # title-en: Shanghai catalogue
        # effective-from: 2019-01-01
        # confidence: assumed
        # source: 样例
        code,name,kind,class,upfront_bp_employee,upfront_bp_resident,upfront_bp_special,limit_l1,limit_l2,limit_l3,limit_line
        D1,"片剂, 10mg",DRUG,B,1000,1500,0,,,,
        F1,床位,FACILITY,A,,,,30,40.5,50.123456,99.99
        """;

    @Test
    void readsItemsWithTheirRatiosAndLimits() {
        Catalogue catalogue = CatalogueReader.read(new CanonicalText(DOCUMENT));

        CatalogueItem drug = catalogue.find("D1").orElseThrow();
        assertThat(drug.name()).isEqualTo("片剂, 10mg");
        assertThat(drug.upfrontRatios())
                .containsEntry(InsurancePlan.EMPLOYEE, new Ratio(1_000))
                .containsEntry(InsurancePlan.RESIDENT, new Ratio(1_500))
                .containsEntry(InsurancePlan.SPECIAL, Ratio.NONE);
        CatalogueItem bed = catalogue.find("F1").orElseThrow();
        assertThat(bed.unitLimitMillionths())
                .containsEntry(InstitutionLevel.COM, 30_000_000L)
                .containsEntry(InstitutionLevel.L1, 30_000_000L)
                .containsEntry(InstitutionLevel.L2, 40_500_000L)
                .containsEntry(InstitutionLevel.L3, 50_123_456L);
        assertThat(bed.lineLimit()).isEqualTo(Money.ofFen(9_999));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "region: 310000 | region: 31 | 1 | region",
                "effective-from: 2019-01-01 | effective-from: yesterday | 4 | effective-from",
                "confidence: assumed | confidence: sure | 5 | confidence",
                "# source: 样例 | # sauce: 样例 | 6 | heading",
                "# source: 样例 | # region: 310000 | 6 | region",
                "code,name | code,names | 7 | columns",
                "DRUG,B | PILL,B | 8 | kind",
                "DRUG,B | DRUG,D | 8 | class",
                "1000,1500,0 | 10001,1500,0 | 8 | upfront_bp_employee",
                "1000,1500,0 | 1000,,0 | 8 | upfront_bp_resident",
                "1000,1500,0 | 1000,1500,10% | 8 | upfront_bp_special",
                "1000,1500,0 | ,, | 8 | upfront_bp_employee",
                "FACILITY,A,,, | FACILITY,A,0,, | 9 | upfront_bp_employee",
                "30,40.5 | -30,40.5 | 9 | limit_l1",
                "30,40.5 | 30,40.1234567 | 9 | limit_l2",
                "99.99 | 99.999 | 9 | limit_line",
                "99.99 | 99.99,1 | 9 | row",
                "F1,床位 | D1,床位 | 9 | code",
                "F1,床位 | F 1,床位 | 9 | code",
                "F1,床位 | F1,'' | 9 | name",
                "10mg\" | 10mg | 8 | row"
            })
    void refusesThePlantedFaultWithItsLine(String from, String to, int line, String place) {
        assertThat(DOCUMENT).contains(from);

        DocumentFlaw flaw = flawOf(DOCUMENT.replaceFirst(Pattern.quote(from), to.replace("''", "")));

        assertThat(flaw.line()).isEqualTo(line);
        assertThat(flaw.place()).isEqualTo(place);
    }

    @Test
    void refusesACatalogueWithoutItems() {
        String headings = DOCUMENT.lines().limit(7).reduce("", (all, one) -> all + one + "\n");

        assertThat(flawOf(headings).en()).isEqualTo("the catalogue has no item");
    }

    private static DocumentFlaw flawOf(String document) {
        return assertThatExceptionOfType(DocumentRefused.class)
                .isThrownBy(() -> CatalogueReader.read(new CanonicalText(document)))
                .actual()
                .flaw();
    }
}
