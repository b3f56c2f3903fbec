package io.crosscare.settlement.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.crosscare.settlement.catalogue.CatalogueIntake.Outcome;
import io.crosscare.settlement.document.PackedText;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CatalogueIntakeTest {

    private static final String HEAD = """
        # region: 321100
        # title-zh: 镇江医保目录
        # title-en: Zhenjiang catalogue
        # effective-from: 2019-01-01
        # confidence: assumed
        # source: 样例
        code,name,kind,class,upfront_bp_employee,upfront_bp_resident,upfront_bp_special,limit_l1,limit_l2,limit_l3,limit_line
        """;

    private final CatalogueIntake intake = new CatalogueIntake();

    @Test
    void findsEveryFlawOfEveryRow() {
        Outcome outcome = taken(HEAD + """
            D1,片剂,PILL,D,,,,,,,
            D2,片剂,DRUG,B,1000,,0,,,,
            D2,片剂,DRUG,A,,,,,,,
            D3,片剂,DRUG,A,,,,-1,,,
            D4,片剂,DRUG,A,,,
            """);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Flawed.class, flawed -> {
            assertThat(flawed.count()).isEqualTo(6);
            assertThat(flawed.first())
                    .extracting(CatalogueFlaw::field, CatalogueFlaw::rule)
                    .containsExactly(
                            tuple("lines[8].kind", "one-of"),
                            tuple("lines[8].class", "one-of"),
                            tuple("lines[9].upfront_bp_resident", "required"),
                            tuple("lines[10].code", "repeated"),
                            tuple("lines[11].limit_l1", "yuan"),
                            tuple("lines[12].row", "column-count"));
            assertThat(textOf(flawed.errorFile()).lines())
                    .hasSize(7)
                    .first()
                    .isEqualTo("line,column,rule,messageZh,message");
        });
    }

    @Test
    void tellsTheFirstHundredFlawsAndKeepsAll() {
        Outcome outcome = taken(HEAD + "?,片剂,DRUG,A,,,,,,,\n".repeat(250));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Flawed.class, flawed -> {
            assertThat(flawed.first()).hasSize(100);
            assertThat(flawed.count()).isEqualTo(250 + 249);
            assertThat(textOf(flawed.errorFile()).lines()).hasSize(1 + 250 + 249);
        });
    }

    @Test
    void namesBytesThatAreNoTextAndLinesThatAreTooLong() {
        byte[] latin = "D1,\u00e9,DRUG,A,,,,,,,\n".getBytes(StandardCharsets.ISO_8859_1);
        intake.accept(HEAD.getBytes(StandardCharsets.UTF_8));
        intake.accept(latin);
        String tooLong = "D2," + "长".repeat(10_000) + ",DRUG,A,,,,,,,\n";
        intake.accept(tooLong.getBytes(StandardCharsets.UTF_8));

        assertThat(intake.end())
                .isInstanceOfSatisfying(
                        Outcome.Flawed.class,
                        flawed -> assertThat(flawed.first())
                                .extracting(CatalogueFlaw::field, CatalogueFlaw::rule)
                                .contains(tuple("lines[8].row", "utf-8"), tuple("lines[9].row", "line-length")));
    }

    @Test
    void readsNoRowUnderOtherColumns() {
        Outcome outcome = taken(HEAD.replace("code,name", "name,code") + "D1,片剂,DRUG,A,,,,,,,\n");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Flawed.class,
                        flawed -> assertThat(flawed.first())
                                .extracting(CatalogueFlaw::field, CatalogueFlaw::rule)
                                .containsExactly(tuple("lines[7].columns", "columns")));
    }

    @Test
    void givesUpWhatHasMoreRowsThanAVersionMayHave() {
        StringBuilder rows = new StringBuilder(HEAD);
        for (int i = 0; i <= CatalogueIntake.ROWS_MAX; i++) {
            rows.append('D').append(i).append(",片剂,DRUG,A,,,,,,,\n");
        }

        assertThat(taken(rows.toString())).isEqualTo(new Outcome.TooLarge());
    }

    private Outcome taken(String document) {
        intake.accept(document.getBytes(StandardCharsets.UTF_8));
        return intake.end();
    }

    private static String textOf(PackedText packed) {
        StringBuilder text = new StringBuilder();
        packed.pieces().forEach(piece -> text.append(new String(PackedText.unpack(piece), StandardCharsets.UTF_8)));
        return text.toString();
    }
}
