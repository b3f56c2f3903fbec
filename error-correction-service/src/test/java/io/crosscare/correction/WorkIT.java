package io.crosscare.correction;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.security.Caller;
import io.crosscare.correction.Doors.Answer;
import io.crosscare.correction.Told.Message;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The work on a case through the doors: from the hospital to the insured region's agency and back to the window. */
@CorrectionServiceTest
class WorkIT {

    private static final String BECAUSE = "{\"reason\":\"请协查 13800000000\"}";

    @LocalServerPort
    private int port;

    private final String person = Doors.newPerson();
    private Doors doors;
    private String id = "";

    @BeforeEach
    void open() {
        doors = new Doors(port);
        Told.tell(agency("321100", "镇江市医疗保险基金管理中心"), agency("310000", "上海市医疗保险事业管理中心"));
        Told.tell(Told.refusal(person, 1, "2026-11-24T01:02:00Z"));
        id = doors.awaitCase(person, Doors::isOpen).text("/id");
    }

    private static Message agency(String region, String name) {
        return new Message(
                "registry.agency.v1",
                region,
                1,
                "2026-11-24T01:00:00Z",
                "{\"region\":\"" + region + "\",\"name\":\"" + name + "\",\"phone\":\"12393\"}");
    }

    @Test
    void goesUpAndDownAndIsResolvedByHand() {
        assertAt(read(Doors.ZHONGSHAN), "HOSPITAL", "WAITING");
        act(Doors.ZHONGSHAN, "assignments").expect(200);
        Answer up = Doors.await(
                () -> act(Doors.ZHONGSHAN, "escalations"),
                answer ->
                        answer.status() == 200 && answer.text("/handling/stage").equals("WAITING"));
        assertAt(up, "CARE_AGENCY", "WAITING");
        act(Doors.SHANGHAI, "returns").expect(200);
        act(Doors.ZHONGSHAN, "escalations").expect(200);
        act(Doors.SHANGHAI, "assignments").expect(200);
        act(Doors.SHANGHAI, "escalations").expect(200);
        act(Doors.ZHENJIANG, "assignments").expect(200);
        Answer resolved = act(Doors.ZHENJIANG, "resolutions").expect(200);

        assertThat(resolved.text("/state")).isEqualTo("RESOLVED");
        assertThat(resolved.text("/resolution/reason")).isEqualTo("请协查 ***");
        assertThat(resolved.body().has("evidence")).isFalse();
        assertThat(resolved.body().at("/acts")).hasSize(8);
        Answer seen = read(Doors.ZHONGSHAN);
        assertThat(seen.body().at("/acts")).hasSize(8);
        assertThat(seen.raw()).doesNotContain("13800000000");
        assertThat(seen.text("/acts/0/account")).isEqualTo("his");
        assertThat(seen.body().at("/acts/7").has("account")).isFalse();
        assertThat(read(Doors.insured(person)).body().has("acts")).isFalse();

        // a settlement that follows is the evidence
        Told.tell(Told.settled(person, 1, "2026-11-24T01:30:00Z"));
        doors.awaitCase(person, one -> one.body().has("evidence"));
        act(Doors.ZHENJIANG, "reopenings").expect(200);
        assertThat(read(Doors.ZHENJIANG).text("/state")).isEqualTo("OPEN");
    }

    @Test
    void namesWhereTheCaseStandsWhenAnActIsNotPossible() {
        Answer tooHigh = act(Doors.ZHENJIANG, "assignments").expect(409);
        Answer notTaken = act(Doors.ZHONGSHAN, "resolutions").expect(409);
        Answer noBack = act(Doors.ZHONGSHAN, "returns").expect(409);
        Answer open = act(Doors.ZHONGSHAN, "reopenings").expect(409);

        for (Answer refused : List.of(tooHigh, notTaken, noBack, open)) {
            assertThat(refused.text("/type")).endsWith("conflict");
            assertThat(refused.text("/detailZh")).contains("医院待接收");
            assertThat(refused.text("/detail")).contains("WAITING at HOSPITAL");
        }
        assertThat(read(Doors.ZHONGSHAN).body().at("/acts")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"assignments", "escalations", "returns", "resolutions", "reopenings"})
    void hidesWhatIsNotInSightAndAsksForAKey(String act) {
        String path = "/correction-cases/" + id + "/" + act;
        String nowhere = "/correction-cases/c" + "z".repeat(26) + "/" + act;
        for (Caller stranger : List.of(Doors.OTHER_HOSPITAL, Doors.NANJING)) {
            String hidden = doors.post(stranger, path, BECAUSE, Doors.newKey())
                    .expect(404)
                    .raw();
            String missing = doors.post(stranger, nowhere, BECAUSE, Doors.newKey())
                    .expect(404)
                    .raw();
            assertThat(withoutOccurrence(hidden)).isEqualTo(withoutOccurrence(missing));
        }
        for (Caller nobody : List.of(Doors.OPERATOR, Doors.PLATFORM, Doors.SERVICE, Doors.insured(person))) {
            doors.post(nobody, path, BECAUSE, Doors.newKey()).expect(403);
        }
        assertThat(doors.post(Doors.ZHONGSHAN, path, BECAUSE, null).expect(400).text("/type"))
                .endsWith("idempotency-key-required");
        doors.post(Doors.ZHONGSHAN, "/correction-cases/c1/" + act, BECAUSE, Doors.newKey())
                .expect(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|reason|required",
                "{\"reason\":\" \"}|reason|required",
                "{\"reason\":\"a\\u001bb\"}|reason|text",
                "{\"reason\":7}|reason|type",
                "{\"reason\":\"a\",\"to\":\"PROVINCE\"}|to|unknown-field",
            })
    void namesTheFieldAndTheRule(String body, String field, String rule) {
        Answer refused = doors.post(Doors.ZHONGSHAN, "/correction-cases/" + id + "/escalations", body, Doors.newKey())
                .expect(400);

        assertThat(refused.text("/errors/0/field")).isEqualTo(field);
        assertThat(refused.text("/errors/0/rule")).isEqualTo(rule);
    }

    @Test
    void answersTheSameRequestAgain() {
        String key = Doors.newKey();
        String path = "/correction-cases/" + id + "/escalations";
        doors.post(Doors.ZHONGSHAN, path, BECAUSE, key).expect(200);

        Answer again = doors.post(Doors.ZHONGSHAN, path, BECAUSE, key).expect(200);
        Answer other =
                doors.post(Doors.ZHONGSHAN, path, "{\"reason\":\"另一理由\"}", key).expect(409);

        assertThat(again.isReplay()).isTrue();
        assertThat(again.body().at("/acts")).hasSize(1);
        assertThat(other.text("/type")).endsWith("idempotency-conflict");
    }

    @Test
    void findsItsOwnWorkAndCountsIt() {
        String mine = "/correction-cases?personId=" + person;

        assertThat(doors.get(Doors.ZHENJIANG, mine + "&level=HOSPITAL&stage=WAITING&region=310000&office=H31000000001")
                        .expect(200)
                        .body()
                        .at("/items"))
                .hasSize(1);
        assertThat(doors.get(Doors.ZHENJIANG, mine + "&level=PROVINCE")
                        .expect(200)
                        .body()
                        .at("/items"))
                .isEmpty();
        assertThat(doors.get(Doors.ZHENJIANG, mine + "&late=true")
                        .expect(200)
                        .body()
                        .at("/items"))
                .isEmpty();
        assertThat(doors.get(Doors.ZHENJIANG, mine + "&minDays=0&dueBefore=2999-01-01T00:00:00Z")
                        .expect(200)
                        .body()
                        .at("/items"))
                .hasSize(1);
        Answer load =
                doors.get(Doors.insured(person), "/correction-cases/workload").expect(200);
        assertThat(load.number("/open")).isEqualTo(1);
        assertThat(load.text("/levels/0/name")).isEqualTo("HOSPITAL");
        assertThat(load.number("/levels/0/open")).isEqualTo(1);
        assertThat(load.text("/reasons/0/name")).isEqualTo("NO_FILING");
        assertThat(load.text("/causes/0/name")).isEqualTo("NO_FILING");
        assertThat(doors.get(Doors.insured(person), "/correction-cases?cause=NO_FILING")
                        .expect(200)
                        .body()
                        .at("/items"))
                .hasSize(1);
        assertThat(doors.get(Doors.insured(person), "/correction-cases?cause=CARD_LOST")
                        .expect(200)
                        .body()
                        .at("/items"))
                .isEmpty();
        doors.get(Doors.insured(person), "/correction-cases?cause=made-up").expect(400);
        doors.get(Doors.OPERATOR, "/correction-cases/workload").expect(200);
        doors.get(Doors.PLATFORM, "/correction-cases/workload").expect(403);
    }

    @Test
    void reportsHowFarTheDeskComesByItself() {
        String period = "/correction-cases/automation?from=2026-11-24&until=2026-11-24";
        Answer open = doors.get(Doors.insured(person), period).expect(200);
        assertThat(open.number("/open")).isEqualTo(1);
        assertThat(open.number("/closed")).isZero();
        assertThat(open.body().has("shareWithoutHandBp")).isFalse();
        Told.tell(Told.settled(person, 1, "2026-11-24T01:12:00Z"));
        doors.awaitCase(person, Doors::isResolved);

        Answer closed = doors.get(Doors.insured(person), period).expect(200);
        Answer file = doors.file(Doors.insured(person), period).expect(200);

        assertThat(closed.number("/withoutHand")).isEqualTo(1);
        assertThat(closed.number("/shareWithoutHandBp")).isEqualTo(10_000);
        assertThat(closed.number("/wrongActions")).isZero();
        assertThat(closed.text("/causes/0/cause")).isEqualTo("NO_FILING");
        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(file.raw()).startsWith("\uFEFF诊断原因,").contains("NO_FILING,1,1,0,0,10000,0,", "合计,1,1,0,0,10000,0,0");
        assertThat(doors.get(Doors.insured(person), "/correction-cases/automation?until=2026-11-23")
                        .expect(200)
                        .number("/closed"))
                .isZero();
        doors.get(Doors.OPERATOR, "/correction-cases/automation").expect(200);
        doors.get(Doors.PLATFORM, "/correction-cases/automation").expect(403);
        doors.get(Doors.OPERATOR, "/correction-cases/automation?from=2026-11-24&until=2026-11-23")
                .expect(400);
        doors.get(Doors.OPERATOR, "/correction-cases/automation?from=2025-11-23&until=2026-11-24")
                .expect(400);
        doors.get(Doors.OPERATOR, "/correction-cases/automation?from=2999-01-01")
                .expect(400);
    }

    @Test
    void givesTheListAsAFile() {
        Answer file = doors.file(Doors.ZHENJIANG, "/correction-cases?personId=" + person)
                .expect(200);
        Answer strangers = doors.file(Doors.NANJING, "/correction-cases?personId=" + person)
                .expect(200);

        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(file.raw().split("\r\n", -1)).hasSize(3);
        assertThat(file.raw()).startsWith("\uFEFF纠错单,").contains(id, "未办结", "医院", "待接收", "NO_FILING", person);
        assertThat(strangers.raw().split("\r\n", -1)).hasSize(2);
        doors.file(Doors.OPERATOR, "/correction-cases").expect(403);
    }

    @Test
    void takesNoMarkForAReason() {
        act(Doors.ZHONGSHAN, "assignments").expect(200);

        for (String nothing : List.of("x", "已办结", "。。。。。。", "a b c")) {
            Answer refused = doors.post(
                            Doors.ZHONGSHAN,
                            "/correction-cases/" + id + "/resolutions",
                            "{\"reason\":\"" + nothing + "\"}",
                            Doors.newKey())
                    .expect(400);
            assertThat(refused.text("/errors/0/field")).isEqualTo("reason");
            assertThat(refused.text("/errors/0/messageZh")).contains("4");
        }
        assertThat(read(Doors.ZHONGSHAN).text("/state")).isEqualTo("OPEN");
    }

    @Test
    void printsALetterToAnOfficeOutsideAndNoOther() {
        String letter = "/correction-cases/%s/letter";
        assertThat(doors.get(Doors.ZHONGSHAN, letter.formatted(id)).expect(409).raw())
                .contains("/escalations", "请先上报");
        String visitor = Doors.newPerson();
        Told.tell(Told.refusal(visitor, 1, "2026-11-24T01:02:00Z", Map.of("careRegion", "330100")));
        String other = doors.awaitCase(visitor, Doors::isOpen).text("/id");
        Answer sent = doors.post(
                        Doors.ZHONGSHAN,
                        "/correction-cases/" + other + "/escalations",
                        "{\"reason\":\"请核对 <b>备案</b> 13800000000\"}",
                        Doors.newKey())
                .expect(200);

        Answer page = doors.get(Doors.ZHONGSHAN, letter.formatted(other)).expect(200);

        assertThat(sent.text("/handling/stage")).isEqualTo("OUTSIDE");
        assertThat(sent.text("/handling/sender")).isEqualTo("H31000000001");
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'");
        assertThat(page.raw())
                .contains("协查函", other, visitor, "330100", "NO_FILING", "请核对 &lt;b&gt;备案&lt;/b&gt; ***")
                .doesNotContain("<b>", "13800000000");
        Answer pdf = doors.getAs(Doors.ZHONGSHAN, letter.formatted(other), "application/pdf")
                .expect(200);
        assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(pdf.raw()).startsWith("%PDF-");
        assertThat(doors.getAs(Doors.ZHONGSHAN, letter.formatted(other), "*/*")
                        .expect(200)
                        .headers()
                        .firstValue("Content-Type"))
                .isEqualTo(page.headers().firstValue("Content-Type"));
        Answer unoffered = doors.getAs(Doors.ZHONGSHAN, letter.formatted(other), "image/png")
                .expect(406);
        assertThat(unoffered.text("/detail")).contains("application/pdf", "text/html");
        doors.get(Doors.ZHENJIANG, letter.formatted(other)).expect(200);
        doors.get(Doors.SHANGHAI, letter.formatted(other)).expect(404);
        doors.get(Doors.OTHER_HOSPITAL, letter.formatted(other)).expect(404);
        doors.get(Doors.insured(visitor), letter.formatted(other)).expect(403);
        doors.get(Doors.OPERATOR, letter.formatted(other)).expect(403);
    }

    @Test
    void showsTheTermsWithTheirSource() {
        Answer now =
                doors.get(Doors.ZHONGSHAN, "/correction-terms?on=2026-10-01").expect(200);
        Answer before = doors.get(Doors.insured(person), "/correction-terms?on=2019-09-10")
                .expect(200);

        assertThat(now.text("/terms/0/kind")).isEqualTo("FILING");
        assertThat(now.number("/terms/0/resolveDays")).isEqualTo(2);
        assertThat(now.text("/terms/0/mark")).isEqualTo("官方");
        assertThat(now.body().at("/calendar/off").toString()).contains("2026-10-01", "2026-10-07");
        assertThat(now.body().at("/calendar/worked").toString()).contains("2026-10-10");
        assertThat(before.text("/terms/0/mark")).isEqualTo("邻近年份");
        doors.get(Doors.ZHONGSHAN, "/correction-terms?on=yesterday").expect(400);
    }

    private static void assertAt(Answer one, String level, String stage) {
        one.expect(200);
        assertThat(one.text("/handling/level")).isEqualTo(level);
        assertThat(one.text("/handling/stage")).isEqualTo(stage);
        assertThat(one.text("/handling/dueAt")).isNotBlank();
    }

    private Answer read(Caller caller) {
        return doors.get(caller, "/correction-cases/" + id).expect(200);
    }

    private Answer act(Caller caller, String act) {
        return doors.post(caller, "/correction-cases/" + id + "/" + act, BECAUSE, Doors.newKey());
    }

    private static String withoutOccurrence(String raw) {
        return raw.replaceAll("\"(instance|traceId)\":\"[^\"]*\"", "");
    }
}
