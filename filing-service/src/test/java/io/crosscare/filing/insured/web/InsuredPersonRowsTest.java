package io.crosscare.filing.insured.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.web.StrictJson;
import io.crosscare.filing.batch.RowReading;
import io.crosscare.filing.batch.RowText;
import io.crosscare.filing.insured.FakeInsuredPersons;
import io.crosscare.filing.insured.HostedRegions;
import io.crosscare.filing.insured.People;
import io.crosscare.filing.insured.RegisterInsuredPerson;
import io.crosscare.filing.insured.model.CardKind;
import io.crosscare.filing.insured.model.EntitlementKind;
import io.crosscare.filing.insured.model.Particulars;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What a row of a file says of a person, in both formats, and what is wrong with it. */
class InsuredPersonRowsTest {

    private static final Caller.Agency ZHENJIANG = new Caller.Agency("clerk", People.ZHENJIANG);
    private final InsuredPersonRows rows = new InsuredPersonRows(
            new RegisterInsuredPerson(new FakeInsuredPersons(), RandomIds.secure(), Clock.systemUTC(), () -> {}),
            new HostedRegions(Set.of(People.ZHENJIANG, People.NANJING)),
            strictJson());

    @Test
    void readsEveryCell() {
        Map<String, String> cells = cells();
        cells.putAll(Map.of(
                "plan", "RESIDENT",
                "personType", "RESIDENT",
                "phone", People.PHONE,
                "schoolYear", "是",
                "cards", "PROVINCIAL_CARD:A12345678:321100:ACTIVE;E_CERTIFICATE:E1234:321100:NOT_ACTIVATED",
                "statusFrom", "2019-01-01",
                "statusTo", "2019-12-31",
                "communityClinic", "H32110000046",
                "diseaseEntitlements",
                        "CHRONIC_DISEASE:M03900:测试病种:H32110000046:2019-01-01:;"
                                + "SPECIAL_DISEASE:M00500:测试病种::2019-03-01:2020-02-29"));

        Particulars read = good(new RowText.Cells(cells));

        assertThat(read.isOnSchoolYear()).isTrue();
        assertThat(read.cards())
                .extracting(card -> card.kind())
                .containsExactly(CardKind.PROVINCIAL_CARD, CardKind.E_CERTIFICATE);
        assertThat(read.statusTo()).isEqualTo(LocalDate.of(2019, 12, 31));
        assertThat(read.communityClinic()).isEqualTo(People.CLINIC);
        assertThat(read.diseaseEntitlements())
                .containsExactlyElementsOf(People.residentWithEntitlements().diseaseEntitlements());
        assertThat(read.diseaseEntitlements().getLast().kind()).isEqualTo(EntitlementKind.SPECIAL_DISEASE);
    }

    @Test
    void readsTheSameInBothFormats() {
        String json = """
            {"insuredRegion":"321100","personNumber":"N1","plan":"EMPLOYEE","personType":"RETIRED","name":"王测试",\
            "identityNumber":"321102190002300011","insuranceStatus":"ACTIVE","householdRegistration":"321100",\
            "cards":[{"kind":"PROVINCIAL_CARD","number":"A12345678","issuedBy":"321100","state":"ACTIVE"}]}\
            """;
        Map<String, String> cells = cells();
        cells.put("cards", "PROVINCIAL_CARD:A12345678:321100:ACTIVE");

        assertThat(good(new RowText.Json(json))).isEqualTo(good(new RowText.Cells(cells)));
    }

    @ParameterizedTest
    @CsvSource({
        "insuredRegion,,insuredRegion,required",
        "insuredRegion,320100,insuredRegion,own-region",
        "insuredRegion,310000,insuredRegion,own-region",
        "plan,职工,plan,one-of",
        "identityNumber,123,identityNumber,identity-number",
        "schoolYear,maybe,schoolYear,type",
        "cards,PROVINCIAL_CARD:A12345678:321100:ACTIVE:9,cards,parts",
        "cards,PROVINCIAL_CARD:A12345678,cards[0].issuedBy,required",
        "diseaseEntitlements,FLU,diseaseEntitlements[0].kind,one-of",
        "communityClinic,H32110000046,communityClinic,residents-only",
    })
    void namesTheFieldAndTheRuleOfACell(String column, @Nullable String value, String field, String rule) {
        Map<String, String> cells = cells();
        if (value == null) {
            cells.remove(column);
        } else {
            cells.put(column, value);
        }

        assertThat(errors(new RowText.Cells(cells))).contains(field + ":" + rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"insuredRegion\":\"321100\"|body:json",
                "null|body:type",
                "[]|body:type",
                "{\"surname\":\"王\"}|surname:unknown-field",
                "{\"王测试\":1}|???:unknown-field",
                "{\"schoolYear\":\"no\"}|schoolYear:type",
                "{\"plan\":\"EMPLOYEE\",\"plan\":\"RESIDENT\"}|body:json",
                "{}|name:required",
            })
    void namesTheFieldAndTheRuleOfAnObject(String json, String error) {
        assertThat(errors(new RowText.Json(json))).contains(error);
    }

    @Test
    void knowsAPersonByEitherNumber() {
        RowReading<Particulars> reading = rows.read(new RowText.Cells(cells()), ZHENJIANG);

        assertThat(keysOf(reading)).hasSize(2);
        assertThat(reading.toString()).doesNotContain(People.NAME, "N1");
    }

    private static List<String> keysOf(RowReading<Particulars> reading) {
        return switch (reading) {
            case RowReading.Good<Particulars>(var _, List<String> keys) -> keys;
            case RowReading.Bad<Particulars> _ -> List.of();
        };
    }

    private static Map<String, String> cells() {
        return new HashMap<>(Map.of(
                "insuredRegion", "321100",
                "personNumber", "N1",
                "plan", "EMPLOYEE",
                "personType", "RETIRED",
                "name", People.NAME,
                "identityNumber", People.IDENTITY_NUMBER,
                "insuranceStatus", "ACTIVE",
                "householdRegistration", "321100"));
    }

    private Particulars good(RowText text) {
        return switch (rows.read(text, ZHENJIANG)) {
            case RowReading.Good<Particulars>(Particulars row, var _) -> row;
            case RowReading.Bad<Particulars>(var errors) -> throw new AssertionError(errors);
        };
    }

    private List<String> errors(RowText text) {
        return switch (rows.read(text, ZHENJIANG)) {
            case RowReading.Good<Particulars> _ -> List.of();
            case RowReading.Bad<Particulars>(var errors) ->
                errors.stream().map(error -> error.field() + ":" + error.rule()).toList();
        };
    }

    private static JsonMapper strictJson() {
        JsonMapper.Builder builder = JsonMapper.builder();
        StrictJson.configure(builder);
        return builder.build();
    }
}
