package io.crosscare.acceptance.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crosscare.acceptance.Json;
import io.crosscare.acceptance.RepositoryFolder;
import io.crosscare.acceptance.cases.WorkedCase.ToReject;
import io.crosscare.acceptance.cases.WorkedCase.ToReverse;
import io.crosscare.acceptance.cases.WorkedCase.ToSettle;
import io.crosscare.acceptance.cases.WorkedCase.Unclear;
import io.crosscare.chassis.testing.contract.SchemaCheck;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class CaseReaderTest {

    private static final String ONE = """
        [{"id":"M1","title":"transfer for ST04","person":{"insured_region":"321100","insurance":"employee"},
          "trip":"transfer_special","destination":"310000","service":"inpatient","level":"L3","date":"2020-03-05",
          "admission_no":2,"lines":[{"fen":100,"class":"B","b_bp":1000},{"fen":-10,"class":"A","limit":5}],
          "expected":{"total":90}}]
        """;

    @Test
    void readsEveryCaseOfTheGoldenFile() throws IOException {
        List<WorkedCase> cases = CaseReader.read(golden());

        assertThat(cases).hasSize(28);
        assertThat(cases).filteredOn(ToSettle.class::isInstance).hasSize(19);
        assertThat(cases)
                .filteredOn(ToReverse.class::isInstance)
                .singleElement()
                .satisfies(reversal -> {
                    assertThat(((ToReverse) reversal).original().id()).isEqualTo("G16");
                });
        assertThat(cases).filteredOn(ToReject.class::isInstance).hasSize(8);
    }

    @Test
    void keepsTheGoldenFileAndItsOwnExamplesWithinTheSchema() throws IOException {
        JsonNode schema = Json.read(Files.readString(RepositoryFolder.root().resolve("docs/golden-cases.schema.json")));

        assertThat(SchemaCheck.broken(golden(), schema, schema)).isEmpty();
        assertThat(SchemaCheck.broken(Json.read(ONE), schema, schema)).isEmpty();
        assertThat(SchemaCheck.broken(Json.read(ONE.replace("\"level\"", "\"storey\"")), schema, schema))
                .isNotEmpty();
    }

    @Test
    void worksOutWhatACaseLeavesOpen() {
        CaseInput input = ((ToSettle) only(ONE)).input();

        assertThat(input.person().personType()).isEqualTo("ACTIVE");
        assertThat(input.person().household()).isEqualTo("321100");
        assertThat(input.filing())
                .isEqualTo(new CaseInput.Filing("TRANSFER", "310000", LocalDate.parse("2020-01-01"), null));
        assertThat(input.specialTreatment()).isEqualTo("ST04");
        assertThat(input.catalogueOwners()).containsExactly("310000");
        assertThat(input.place().capabilities()).containsExactly("CROSS_PROVINCE_INPATIENT|*");
        assertThat(input.year().admissionsBefore()).isEqualTo(1);
        assertThat(input.lines()).extracting(CaseLine::fen).containsExactly(100L, -10L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"level\":\"L3\" | \"level\":\"L4\" | level",
                "\"admission_no\":2 | \"admissions\":2 | admissions",
                "\"insurance\":\"employee\" | \"insurance\":\"employee\",\"age\":70 | person.age",
                "\"class\":\"A\",\"limit\":5 | \"class\":\"A\",\"unit_limit\":5 | lines[1].unit_limit",
                "\"fen\":100 | \"fen\":\"1.00\" | lines[0].fen",
                "\"total\":90 | \"totals\":90 | expected.totals",
                "transfer_special | long_distance | trip",
                "\"trip\":\"transfer_special\" | \"filing\":\"异地长期居住\",\"trip\":\"transfer\" | trip",
                "\"destination\":\"310000\" | \"destination\":\"310000\",\"destination_type\":\"home\" |"
                        + " destination_type",
                "2020-03-05 | 5.3.2020 | date",
                "\"id\":\"M1\", | '' | id"
            })
    void failsACaseByTheFieldThatItDoesNotUnderstand(String from, String to, String field) {
        assertThat(ONE).contains(from);

        WorkedCase worked = only(ONE.replace(from, to));

        assertThat(worked)
                .isInstanceOfSatisfying(
                        Unclear.class,
                        unclear -> assertThat(unclear.complaints())
                                .singleElement()
                                .asString()
                                .startsWith(field + ":"));
    }

    @Test
    void failsAReversalOfWhatIsNotInTheFile() {
        WorkedCase worked = only("[{\"id\":\"U1\",\"reverses\":\"M9\",\"expected\":{\"total\":-1}}]");

        assertThat(worked)
                .isInstanceOfSatisfying(
                        Unclear.class,
                        unclear -> assertThat(unclear.complaints())
                                .singleElement()
                                .asString()
                                .startsWith("reverses:"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{}", "[]", "7", "{\"cases\":7}", "{\"cases\":[],\"more\":[{}]}"})
    void refusesWhatIsNoFileOfCases(String text) {
        assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(() -> CaseReader.read(Json.read(text)));
    }

    private static WorkedCase only(String text) {
        List<WorkedCase> cases = CaseReader.read(Json.read(text));
        assertThat(cases).hasSize(1);
        return cases.getFirst();
    }

    private static JsonNode golden() throws IOException {
        try (InputStream file = CaseReader.class.getResourceAsStream("/golden/settlements.json")) {
            return Json.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
