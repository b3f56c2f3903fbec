package io.crosscare.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.settlement.Doors.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Local codes of a hospital through their doors, and in its fee lines. */
@SettlementServiceTest
class ItemMappingDoorsIT {

    private static final String CSV = "text/csv;charset=UTF-8";
    private static final Caller UNMAPPED = new Caller.Hospital("his", new InstitutionCode("H31000000099"));

    @LocalServerPort
    private int port;

    private Doors doors;

    @BeforeEach
    void open() {
        doors = new Doors(port);
    }

    @Test
    void keepsTheCodesAndListsThoseThatLeadNowhere() {
        Answer kept =
                doors.putFile(Doors.OTHER_HOSPITAL, "/item-mappings", """
                    localCode,itemCode
                    挂号-01,ZL0001
                    药-7,YP0101
                    自制制剂,ZZ9999
                    """, CSV).expect(200);

        assertThat(kept.number("/rows")).isEqualTo(3);
        assertThat(kept.number("/unmapped")).isEqualTo(1);
        assertThat(kept.text("/items/0/localCode")).isEqualTo("自制制剂");
        Answer all = doors.get(Doors.OTHER_HOSPITAL, "/item-mappings?limit=2").expect(200);
        assertThat(all.body().at("/items").size()).isEqualTo(2);
        assertThat(doors.get(
                                Doors.OTHER_HOSPITAL,
                                "/item-mappings?unmapped=true&cursor=" + encoded(all.text("/nextCursor")))
                        .expect(200)
                        .number("/rows"))
                .isEqualTo(3);
        assertThat(doors.get(UNMAPPED, "/item-mappings").expect(200).number("/rows"))
                .isZero();
        doors.get(Doors.ZHENJIANG, "/item-mappings").expect(403);
    }

    @Test
    void refusesAFileWithAFlawWholeAndNamesEach() {
        Answer refused = doors.putFile(UNMAPPED, "/item-mappings", """
            localCode,itemCode
            A1,ZL0001
            A1,ZL0002
            A 2,ZL0001
            A3,药
            A4
            """, CSV).expect(400);

        assertThat(refused.body().at("/errors").valueStream())
                .extracting(
                        error -> error.path("field").asString(),
                        error -> error.path("rule").asString())
                .containsExactly(
                        tuple("lines[3].localCode", "repeated"),
                        tuple("lines[4].localCode", "local-code"),
                        tuple("lines[5].itemCode", "code"),
                        tuple("lines[6].row", "column-count"));
        assertThat(doors.get(UNMAPPED, "/item-mappings").expect(200).number("/rows"))
                .isZero();
        doors.putFile(UNMAPPED, "/item-mappings", "code,item\nA1,ZL0001\n", CSV).expect(400);
        doors.putFile(Doors.ZHENJIANG, "/item-mappings", "localCode,itemCode\nA1,ZL0001\n", CSV)
                .expect(403);
        doors.putFile(UNMAPPED, "/item-mappings", "localCode,itemCode\n", CSV).expect(400);
        doors.putFile(UNMAPPED, "/item-mappings", "{}", "application/json").expect(415);
    }

    @Test
    void looksALocalCodeUpInTheFeeLineThatHasOne() {
        doors.putFile(Doors.ZHONGSHAN, "/item-mappings", "localCode,itemCode\nMZ-7,YP0101\n", CSV)
                .expect(200);
        String visit =
                doors.register(Doors.ZHONGSHAN, Doors.filedPerson()).expect(201).text("/id");

        Answer unknown = doors.put(Doors.ZHONGSHAN, "/visits/" + visit + "/fee-lines", lines("\"localCode\":\"MZ-8\""))
                .expect(400);
        doors.put(Doors.ZHONGSHAN, "/visits/" + visit + "/fee-lines", lines("\"localCode\":\"MZ-7\""))
                .expect(200);
        Answer preview = doors.post(Doors.ZHONGSHAN, "/visits/" + visit + "/previews", PREVIEW)
                .expect(200);

        assertThat(unknown.text("/errors/0/field")).isEqualTo("lines[0].localCode");
        assertThat(unknown.text("/errors/0/rule")).isEqualTo("mapped");
        assertThat(preview.text("/lines/0/itemCode")).isEqualTo("YP0101");
        assertThat(preview.text("/lines/0/itemClass")).isEqualTo("B");
    }

    @Test
    void takesTheItemThatStandsBesideALocalCodeNobodyMapped() {
        String visit =
                doors.register(Doors.ZHONGSHAN, Doors.filedPerson()).expect(201).text("/id");

        doors.put(
                        Doors.ZHONGSHAN,
                        "/visits/" + visit + "/fee-lines",
                        lines("\"localCode\":\"MZ-9\",\"itemCode\":\"YP0201\""))
                .expect(200);

        assertThat(doors.post(Doors.ZHONGSHAN, "/visits/" + visit + "/previews", PREVIEW)
                        .expect(200)
                        .text("/lines/0/itemCode"))
                .isEqualTo("YP0201");
    }

    private static final String PREVIEW = "{\"batch\":\"1\",\"usePersonalAccount\":false}";

    private static String lines(String codes) {
        return """
            {"lines":[{"lineNumber":1,"batch":"1",%s,"quantity":"1","unitPrice":"585.00","amountFen":58500,
             "serviceDate":"2019-09-10"}]}\
            """.formatted(codes);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
