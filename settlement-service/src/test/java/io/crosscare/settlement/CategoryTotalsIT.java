package io.crosscare.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.settlement.Doors.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The bill of a stay that comes as category totals, through its doors, from the upload to its undoing. */
@SettlementServiceTest
class CategoryTotalsIT {

    private static final String TOTALS = """
        {"totals":[
          {"category":"西药费","upfrontSelfPayFen":20000,"eligibleCostFen":300000,"totalCostFen":320000},
          {"category":"检查费","fullSelfPayFen":50000,"eligibleCostFen":200000}]}\
        """;

    @LocalServerPort
    private int port;

    private Doors doors;

    @BeforeEach
    void open() {
        doors = new Doors(port);
    }

    /** 5,000.00 eligible less the deductible of 800.00, 91 % by the fund; what the care region says is out of scope stays so. */
    @Test
    void isSettledExplainedRecomputedAndUndone() {
        String stay = stay();
        Answer uploaded = totals(stay, TOTALS).expect(200);
        doors.post(Doors.ZHONGSHAN, "/visits/" + stay + "/discharges", "{\"endedOn\":\"2019-09-20\"}")
                .expect(200);

        Answer previewed = doors.post(
                        Doors.ZHONGSHAN, "/visits/" + stay + "/previews", "{\"usePersonalAccount\":false}")
                .expect(200);
        Answer settled = settle(stay).expect(201);
        Answer explained =
                doors.get(Doors.ZHONGSHAN, path(settled, "explanation")).expect(200);

        assertThat(uploaded.number("/totalCostFen")).isEqualTo(570_000);
        assertThat(uploaded.number("/lineCount")).isEqualTo(2);
        assertThat(settled.number("/totalCostFen")).isEqualTo(570_000);
        assertThat(settled.number("/fullSelfPayFen")).isEqualTo(50_000);
        assertThat(settled.number("/upfrontSelfPayFen")).isEqualTo(20_000);
        assertThat(settled.number("/eligibleCostFen")).isEqualTo(500_000);
        assertThat(settled.number("/pooledFundPayFen")).isEqualTo(382_200);
        assertThat(settled.number("/cashPayFen")).isEqualTo(previewed.number("/cashPayFen"));
        assertThat(explained.raw()).contains("2 类费用之和", "RULE.CATEGORIES", "西药费");
        assertThat(explained.body().at("/lines/0").has("isListed")).isFalse();
        assertThat(doors.get(Doors.ZHONGSHAN, path(settled, "explanation"), "text/plain")
                        .expect(200)
                        .raw())
                .contains("类别汇总");
        assertThat(doors.post(Doors.ZHONGSHAN, path(settled, "recomputations"), "")
                        .raw())
                .contains("\"equal\":true");
        doors.post(Doors.ZHONGSHAN, path(settled, "cancellations"), "{\"reason\":\"退费\"}", Doors.unique("undo"))
                .expect(201);
        assertThat(settle(stay).expect(201).number("/cashPayFen")).isEqualTo(settled.number("/cashPayFen"));
    }

    @Test
    void givesBackAWholeCategoryAndNoPartOfOne() {
        String stay = stay();
        totals(stay, TOTALS).expect(200);
        doors.post(Doors.ZHONGSHAN, "/visits/" + stay + "/discharges", "{\"endedOn\":\"2019-09-20\"}")
                .expect(200);
        Answer settled = settle(stay).expect(201);

        Answer part = adjust(settled, "0.5", 125_000).expect(400);
        Answer whole = adjust(settled, "1", 250_000).expect(201);

        assertThat(part.text("/errors/0/rule")).isEqualTo("whole-category");
        assertThat(whole.number("/totalCostFen")).isEqualTo(320_000);
        assertThat(whole.number("/fullSelfPayFen")).isZero();
        assertThat(doors.post(Doors.ZHONGSHAN, path(whole, "recomputations"), "")
                        .raw())
                .contains("\"equal\":true");
    }

    @Test
    void takesTheSameTotalsAgainAndNoOthersUnderTheirNumber() {
        String stay = stay();
        totals(stay, TOTALS).expect(200);

        assertThat(totals(stay, TOTALS).expect(200).number("/lineCount")).isEqualTo(2);
        assertThat(totals(stay, TOTALS.replace("300000", "310000").replace(",\"totalCostFen\":320000", ""))
                        .expect(409)
                        .text("/field"))
                .isEqualTo("totals[0].lineNumber");
    }

    @Test
    void mixesNoFeeLinesWithTotals() {
        String byTotals = stay();
        totals(byTotals, TOTALS).expect(200);
        String byLines = stay();
        doors.put(Doors.ZHONGSHAN, "/visits/" + byLines + "/fee-lines", Doors.LINES_D01)
                .expect(200);

        assertThat(doors.put(Doors.ZHONGSHAN, "/visits/" + byTotals + "/fee-lines", Doors.LINES_D01)
                        .expect(409)
                        .raw())
                .contains("费用明细和类别汇总不能并用");
        totals(byLines, TOTALS).expect(409);
    }

    @Test
    void takesTotalsOfNoOutpatientVisit() {
        String visit =
                doors.register(Doors.ZHONGSHAN, Doors.filedPerson()).expect(201).text("/id");

        assertThat(totals(visit, TOTALS).expect(409).raw()).contains("只有住院费用可按类别汇总上传");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"eligibleCostFen\":1}|totals[0].category|required",
                "{\"category\":\"床位费\"}|totals[0].eligibleCostFen|required",
                "{\"category\":\"床位费\",\"eligibleCostFen\":-1}|totals[0].eligibleCostFen|range",
                "{\"category\":\"床位费\",\"eligibleCostFen\":1,\"totalCostFen\":2}|totals[0].totalCostFen|sum-of-parts",
                "{\"category\":\"床位费\",\"eligibleCostFen\":1,\"serviceDate\":\"2019-09-09\"}|totals[0].serviceDate|within-visit",
                "{\"category\":\"床位费\",\"eligibleCostFen\":1,\"lineNumber\":0}|totals[0].lineNumber|range"
            })
    void namesTheFieldThatIsWrong(String total, String field, String rule) {
        Answer refused = totals(stay(), "{\"totals\":[" + total + "]}").expect(400);

        assertThat(refused.text("/errors/0/field")).isEqualTo(field);
        assertThat(refused.text("/errors/0/rule")).isEqualTo(rule);
    }

    private String stay() {
        return doors.post(
                        Doors.ZHONGSHAN,
                        "/visits",
                        Doors.registration(Doors.filedPerson(), "INPATIENT"),
                        Doors.unique("visit"))
                .expect(201)
                .text("/id");
    }

    private Answer totals(String visit, String body) {
        return doors.put(Doors.ZHONGSHAN, "/visits/" + visit + "/category-totals", body);
    }

    private Answer settle(String stay) {
        return doors.post(
                Doors.ZHONGSHAN,
                "/visits/" + stay + "/settlements",
                "{\"usePersonalAccount\":false}",
                Doors.unique("settle"));
    }

    private Answer adjust(Answer settled, String quantity, long fen) {
        return doors.post(
                Doors.ZHONGSHAN,
                path(settled, "adjustments"),
                "{\"returns\":[{\"lineNumber\":2,\"quantity\":\"" + quantity + "\",\"amountFen\":" + fen
                        + "}],\"reason\":\"退费\"}",
                Doors.unique("part"));
    }

    private static String path(Answer settled, String door) {
        return "/settlements/" + settled.text("/id") + "/" + door;
    }
}
