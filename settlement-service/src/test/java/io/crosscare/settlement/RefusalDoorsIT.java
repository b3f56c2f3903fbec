package io.crosscare.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.testing.TestStores;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.settlement.Doors.Answer;
import io.crosscare.settlement.eligibility.ReadModels;
import io.crosscare.settlement.eligibility.model.RefusalReason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every reason at its door, as a cashier meets it: warned of at the registration, said at the preview and at the settlement,
 * in one short sentence that names who can mend it and what to do; and nothing comes into the chain. Golden rejects R01 to R07
 * among them, in front of the neighbours' own forms.
 */
@SettlementServiceTest
class RefusalDoorsIT {

    /** Said by other tests: from the chain, the reason the undo brings, and what no shipped region says of a silent feed. */
    private static final Set<String> FROM_THE_CHAIN =
            Set.of("REVERSED_BEFORE_ARRIVAL", "ALREADY_SETTLED", "PREVIEW_STALE", "EXTERNAL_FEED_STALE");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DAY = "2019-09-10";
    private static final String AGENCY = "镇江市医疗保险基金管理中心 0511-85340390";
    private static final String CARD_HOTLINE = "社会保障卡服务热线 0511-12333";
    private static final String CARE_AGENCY = "就医地医保经办机构 -";
    private static final String HOSPITAL = "测试医院 -";
    private static final String FILED_LATER =
            Situation.notFiled("FILING_NOT_YET_EFFECTIVE", "310000", "2019-09-11", null);
    private static final String FILED_BEFORE =
            Situation.notFiled("FILING_EXPIRED", "310000", "2018-09-10", "2019-09-09");
    private static final String FILED_ELSEWHERE =
            Situation.notFiled("FILING_FOR_OTHER_REGION", "330100", "2019-05-01", null);
    private static final String RETURNS_TOO_MUCH = Doors.LINES_D01
            .replace("\"quantity\":\"1\",\"unitPrice\":\"42\"", "\"quantity\":\"-1\",\"unitPrice\":\"4200\"")
            .replace("\"amountFen\":4200,", "\"amountFen\":-420000,");

    @LocalServerPort
    private int port;

    @Autowired
    private ReadModels copies;

    private Doors doors;

    @BeforeEach
    void open() throws Exception {
        doors = new Doors(port);
        publishAgency("321100", "镇江市医疗保险基金管理中心", "0511-85340390", "agency", "0511-85340390");
        publishAgency("320100", "南京市社会保险管理中心", "025-86590799", "card use (制卡、补卡、用卡)", "025-86590920");
        publishAgency("320000", "江苏省医疗保险基金管理中心", "025-83347376", "省社保卡咨询", "0511-12333");
    }

    /** Reason, situation, whether the registration warns of it, the sentence, who can mend it, the day that decided. */
    static Stream<Arguments> refusals() {
        return Stream.of(
                        refusalsOfTheCareSide(), refusalsOfTheInsuredSide(), refusalsOfTheFiling(), refusalsOfTheBill())
                .flatMap(refusals -> refusals);
    }

    private static Stream<Arguments> refusalsOfTheCareSide() {
        return Stream.of(
                arguments(
                        RefusalReason.REGIONS_NOT_CONNECTED,
                        new Situation().at("330100"),
                        true,
                        "尚未开通此类直接结算",
                        AGENCY,
                        DAY),
                arguments(
                        RefusalReason.NOT_CONNECTED_ON_DATE,
                        new Situation()
                                .insuredIn("320100", "EMPLOYEE", "ACTIVE")
                                .caredFor("OUTPATIENT", "2019-04-17"),
                        true,
                        "就医当日参保地与就医地尚未开通",
                        "南京市社会保险管理中心 025-86590799",
                        "2019-04-17"),
                arguments(
                        RefusalReason.INSTITUTION_NOT_CONNECTED,
                        new Situation().withHospital("L3", "SUSPENDED", "2000-01-01"),
                        true,
                        "本机构未对该参保地开通",
                        CARE_AGENCY,
                        DAY),
                arguments(
                        RefusalReason.INSTITUTION_NOT_CONNECTED,
                        new Situation().withHospital("L3", "OPEN", "2019-09-11"),
                        true,
                        "本机构未对该参保地开通",
                        CARE_AGENCY,
                        DAY));
    }

    private static Stream<Arguments> refusalsOfTheInsuredSide() {
        return Stream.of(
                arguments(
                        RefusalReason.PERSON_UNKNOWN,
                        new Situation().withUnknownPerson(),
                        true,
                        "参保地查无此参保人",
                        AGENCY,
                        DAY),
                arguments(
                        RefusalReason.INSURANCE_SUSPENDED,
                        new Situation().withInsurance("SUSPENDED"),
                        true,
                        "参保状态不正常",
                        AGENCY,
                        DAY),
                arguments(
                        RefusalReason.CARD_NOT_ACCEPTED,
                        new Situation().withCard("CITY_CITIZEN_CARD", "321100", "ACTIVE"),
                        true,
                        "须用参保地发的省卡",
                        CARD_HOTLINE,
                        DAY),
                arguments(
                        RefusalReason.CARD_NOT_ACCEPTED,
                        new Situation().withCard("PROVINCIAL_CARD", "320100", "ACTIVE"),
                        true,
                        "不是参保地发卡机构所发",
                        CARD_HOTLINE,
                        DAY),
                arguments(
                        RefusalReason.CARD_NOT_ACTIVE,
                        new Situation().withCard("PROVINCIAL_CARD", "321100", "LOST"),
                        true,
                        "已挂失",
                        CARD_HOTLINE,
                        DAY),
                arguments(
                        RefusalReason.CARD_NOT_ACTIVE,
                        new Situation()
                                .insuredIn("320100", "EMPLOYEE", "ACTIVE")
                                .withCard("PROVINCIAL_CARD", "320100", "NOT_ACTIVATED"),
                        true,
                        "尚未激活",
                        "社会保障卡服务热线 025-86590920",
                        DAY),
                arguments(
                        RefusalReason.SERVICE_NOT_OPEN_FOR_CATEGORY,
                        new Situation().insuredIn("320100", "RESIDENT", "RESIDENT"),
                        true,
                        "险种尚未开通",
                        "南京市社会保险管理中心 025-86590799",
                        DAY));
    }

    private static Stream<Arguments> refusalsOfTheFiling() {
        return Stream.of(
                arguments(
                        RefusalReason.NO_FILING,
                        new Situation().withFiling(Situation.NO_FILING),
                        true,
                        "参保人没有异地就医备案",
                        AGENCY,
                        DAY),
                arguments(
                        RefusalReason.FILING_FOR_OTHER_REGION,
                        new Situation().withFiling(FILED_ELSEWHERE),
                        true,
                        "备案的就医地不是本地",
                        AGENCY,
                        DAY),
                arguments(
                        RefusalReason.FILING_NOT_YET_EFFECTIVE,
                        new Situation().withFiling(FILED_LATER),
                        true,
                        "就医当日（2019-09-10）备案尚未生效，备案自2019-09-11起",
                        AGENCY,
                        DAY),
                arguments(
                        RefusalReason.FILING_EXPIRED,
                        new Situation().withFiling(FILED_BEFORE),
                        true,
                        "就医当日（2019-09-10）备案已到期，备案至2019-09-09止",
                        AGENCY,
                        DAY),
                arguments(
                        RefusalReason.FILING_NOT_YET_UPSTREAM,
                        new Situation().uploading(),
                        true,
                        "备案尚未被上级平台接收",
                        AGENCY,
                        DAY),
                arguments(
                        RefusalReason.HOME_CLOSED_DURING_FILING,
                        new Situation().at("321100").withFiling(FILED_ELSEWHERE),
                        true,
                        "异地备案期间，参保地暂停本地直接结算",
                        AGENCY,
                        DAY));
    }

    private static Stream<Arguments> refusalsOfTheBill() {
        return Stream.of(
                arguments(
                        RefusalReason.SERVICE_NOT_COVERED,
                        new Situation()
                                .insuredIn("321100", "RESIDENT", "RESIDENT")
                                .withHospital(null, "OPEN", "2000-01-01")
                                .caredFor("CHRONIC", DAY),
                        false,
                        "不含此类医疗待遇",
                        AGENCY,
                        DAY),
                arguments(
                        RefusalReason.INSTITUTION_LEVEL_UNKNOWN,
                        new Situation().withHospital(null, "OPEN", "2000-01-01"),
                        false,
                        "本机构等级未登记",
                        CARE_AGENCY,
                        DAY),
                arguments(
                        RefusalReason.POLICY_MISSING,
                        new Situation().caredFor("OUTPATIENT", "2024-03-01"),
                        false,
                        "缺少参保地当日的待遇政策",
                        AGENCY,
                        "2024-03-01"),
                arguments(
                        RefusalReason.BILL_INCONSISTENT,
                        new Situation().billed(RETURNS_TOO_MUCH),
                        false,
                        "退费超过同类费用",
                        HOSPITAL,
                        DAY));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("refusals")
    void saysItWhereItBelongs(
            RefusalReason reason,
            Situation situation,
            boolean isWarnedOf,
            String sentence,
            String responsible,
            String decidedOn) {
        situation.begin();

        Answer registered = situation.register(doors).expect(201);
        String visit = registered.text("/id");
        situation.charge(doors, visit, null);
        Answer previewed = situation.preview(doors, visit).expect(422);
        Answer settled = situation.settle(doors, visit).expect(422);

        if (isWarnedOf) {
            JsonNode warning = registered.body().at("/warnings/0");
            assertThat(warning.at("/reason").asString()).isEqualTo(reason.name());
            assertThat(warning.at("/messageZh").asString()).isEqualTo(settled.text("/message"));
            assertThat(warning.at("/responsible")).isEqualTo(settled.body().at("/responsible"));
            assertThat(warning.at("/nextStep").asString()).isEqualTo(settled.text("/nextStep"));
            assertThat(warning.at("/decidedOn").asString()).isEqualTo(decidedOn);
        } else {
            assertThat(registered.body().at("/warnings").isEmpty()).isTrue();
        }
        for (Answer refused : new Answer[] {previewed, settled}) {
            assertThat(refused.text("/reason")).isEqualTo(reason.name());
            assertThat(refused.text("/message")).contains(sentence).hasSizeLessThanOrEqualTo(60);
            assertThat(refused.text("/messageEn")).isNotBlank();
            assertThat(nameAndPhone(refused)).isEqualTo(responsible);
            assertThat(refused.text("/nextStep")).isNotBlank().hasSizeLessThanOrEqualTo(60);
            assertThat(refused.text("/decidedOn")).isEqualTo(decidedOn);
            assertThat(refused.text("/blame")).isEqualTo("CALLER");
        }
        assertNothingSettled(situation, visit);
    }

    @Test
    void hasARowForEveryReason() {
        Set<RefusalReason> said = Stream.concat(
                        refusals().map(row -> (RefusalReason) row.get()[0]),
                        Stream.of(RefusalReason.INSTITUTION_UNKNOWN, RefusalReason.INVOICE_ALREADY_PAID))
                .collect(Collectors.toSet());

        assertThat(Arrays.stream(RefusalReason.values()).filter(reason -> !FROM_THE_CHAIN.contains(reason.name())))
                .allSatisfy(reason -> assertThat(said).contains(reason));
    }

    @Test
    void registersNothingForAnInstitutionThatTheRegistryDoesNotKnow() {
        Situation situation = new Situation().withUnknownHospital().begin();

        Answer refused = situation.register(doors).expect(422);

        assertThat(refused.text("/reason")).isEqualTo("INSTITUTION_UNKNOWN");
        assertThat(refused.text("/message")).isEqualTo("定点医疗机构名录中没有本机构");
        assertThat(refused.text("/responsible/region")).isEqualTo("310000");
        assertThat(refused.text("/nextStep")).isNotBlank();
    }

    static Stream<Arguments> goldenRejects() {
        return StreamSupport.stream(golden().at("/rejects").spliterator(), false)
                .filter(reject -> reject.at("/door").asString().equals("settlement"))
                .map(reject -> arguments(reject.at("/id").asString(), reject));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goldenRejects")
    void refusesTheGoldenRejects(String id, JsonNode reject) {
        LocalDate day = LocalDate.parse(reject.at("/date").asString());
        String status = reject.at("/person/status").asString("");
        String insurance = reject.at("/person/insurance").asString();
        String insuredRegion = reject.at("/person/insured_region").asString();
        JsonNode filing = reject.at("/filing");
        Situation situation = new Situation()
                .insuredIn(
                        insuredRegion,
                        insurance.equals("resident") ? "RESIDENT" : "EMPLOYEE",
                        insurance.equals("resident") ? "RESIDENT" : status.equals("active") ? "ACTIVE" : "RETIRED")
                .withCard(reject.at("/person/card").asString(), insuredRegion, "ACTIVE")
                .at(reject.at("/institution/region").asString("310000"))
                .withHospital("L3", "OPEN", openFrom(reject))
                .withFiling(
                        filing.isObject()
                                ? Situation.filed(
                                        filing.at("/destination").asString(),
                                        filing.at("/effective_from").asString())
                                : Situation.NO_FILING)
                .caredFor("OUTPATIENT", day.toString())
                .begin();

        Answer registered = situation.register(doors).expect(201);
        String visit = registered.text("/id");
        situation.charge(doors, visit, null);
        Answer refused = situation.settle(doors, visit).expect(422);

        String expected = reject.at("/expect").asString();
        assertThat(refused.text("/reason")).as(id).isEqualTo(expected);
        assertThat(registered.text("/warnings/0/reason")).isEqualTo(expected);
        assertThat(refused.text("/decidedOn")).isEqualTo(day.toString());
        assertNothingSettled(situation, visit);
    }

    /** The golden fixture says so in words: "cross-province outpatient from 2019-10-28". */
    private static String openFrom(JsonNode reject) {
        String capability = reject.at("/institution/capabilities/0").asString("");
        int from = capability.indexOf(" from ");
        return from < 0 ? "2000-01-01" : capability.substring(from + " from ".length());
    }

    /** domain.md §2.1 no. 31, with the rule that decided and how far it is vouched for. */
    @ParameterizedTest
    @MethodSource("stays")
    void saysWhichDayOfAStayDecided(
            String admission, String discharge, String check, String day, String rule, String mark, String sentence) {
        Situation situation = new Situation()
                .insuredIn("320100", "EMPLOYEE", "ACTIVE")
                .caredFor("INPATIENT", admission)
                .withFiling(check)
                .begin();
        String visit = situation.register(doors).expect(201).text("/id");
        situation.charge(doors, visit, discharge);

        Answer refused = situation.settle(doors, visit).expect(422);

        String today = LocalDate.now(ChinaTime.systemClock()).toString();
        String expectedDay = day.equals("today") ? today : day;
        assertThat(refused.text("/decidedOn")).isEqualTo(expectedDay);
        assertThat(refused.text("/dayRule/rule")).isEqualTo(rule);
        assertThat(refused.text("/dayRule/mark")).isEqualTo(mark);
        assertThat(refused.text("/dayRule/zh")).isNotBlank();
        assertThat(refused.text("/dayRule/source")).isNotBlank();
        assertThat(refused.text("/message"))
                .contains(sentence.replace("today", today))
                .hasSizeLessThanOrEqualTo(60);
        assertThat(Neighbours.running().checksOf(situation.personId()))
                .isNotEmpty()
                .last()
                .asString()
                .contains("on=" + admission, "until=" + (rule.equals("ADMISSION_DAY") ? admission : today));
    }

    static Stream<Arguments> stays() {
        String early = Situation.notFiled("FILING_EXPIRED", "310000", "2018-01-01", "2018-12-31");
        String late = Situation.notFiled("FILING_NOT_YET_EFFECTIVE", "310000", "2999-01-01", null);
        return Stream.of(
                arguments(
                        "2019-09-10",
                        "2019-09-17",
                        early,
                        "2019-09-10",
                        "ADMISSION_DAY",
                        "假设",
                        "入院当日（2019-09-10）备案已到期"),
                arguments(
                        "2019-09-10",
                        "2019-09-17",
                        late,
                        "2019-09-10",
                        "ADMISSION_DAY",
                        "假设",
                        "入院当日（2019-09-10）备案尚未生效"),
                arguments(
                        "2024-03-01",
                        "2024-03-15",
                        early,
                        "2024-03-01",
                        "BEFORE_DISCHARGE_SETTLEMENT",
                        "官方",
                        "入院前（2024-03-01）备案已到期"),
                arguments(
                        "2024-03-01",
                        "2024-03-15",
                        late,
                        "today",
                        "BEFORE_DISCHARGE_SETTLEMENT",
                        "官方",
                        "出院结算时（today）备案尚未生效"),
                arguments(
                        "2024-03-01",
                        "2024-03-15",
                        Situation.NO_FILING,
                        "today",
                        "BEFORE_DISCHARGE_SETTLEMENT",
                        "官方",
                        "没有异地就医备案"));
    }

    static Stream<Arguments> settledStays() {
        return Stream.of(
                arguments(
                        "2019-09-10",
                        "2019-09-17",
                        Situation.filed("310000", "2019-01-01", "2019-09-10"),
                        "2019-09-10"),
                arguments(
                        "2024-03-01",
                        "2024-03-15",
                        Situation.filed("310000", "2024-01-01", "2024-03-02"),
                        "2024-03-01"),
                arguments("2024-03-01", "2024-03-15", Situation.filed("310000", "2024-03-10"), "2024-03-10"),
                arguments("2024-03-01", "2024-03-15", Situation.filed("310000", "2024-04-02"), "2024-04-02"));
    }

    /** A stay begun inside the filing, and from 2023 on one that was filed before its discharge settlement. */
    @ParameterizedTest
    @MethodSource("settledStays")
    void settlesAStayAndSaysWhichDayDecided(String admission, String discharge, String check, String day) {
        Situation situation = new Situation()
                .insuredIn("320100", "EMPLOYEE", "ACTIVE")
                .caredFor("INPATIENT", admission)
                .withFiling(check)
                .begin();
        String visit = situation.register(doors).expect(201).text("/id");
        situation.charge(doors, visit, discharge);

        Answer previewed = situation.preview(doors, visit).expect(200);
        Answer settled = situation.settle(doors, visit).expect(201);

        assertThat(previewed.text("/decidedOn")).isEqualTo(day);
        assertThat(settled.text("/decidedOn")).isEqualTo(day);
        assertThat(settled.text("/serviceFrom")).isEqualTo(admission);
        assertThat(doors.get(situation.hospital(), "/settlements/" + settled.text("/id"))
                        .expect(200)
                        .text("/decidedOn"))
                .isEqualTo(day);
    }

    private void assertNothingSettled(Situation situation, String visit) {
        assertThat(doors.get(situation.hospital(), "/visits/" + visit).text("/state"))
                .isEqualTo("OPEN");
        Answer chain = doors.get(new Caller.Service("correction"), "/persons/" + situation.personId() + "/chain");
        assertThat(chain.status() == 404 || chain.body().at("/items").isEmpty())
                .as(chain.raw())
                .isTrue();
    }

    private static String nameAndPhone(Answer refused) {
        return refused.text("/responsible/name") + " "
                + refused.body().at("/responsible/phone").asString("-");
    }

    private static JsonNode golden() {
        try (InputStream file = RefusalDoorsIT.class.getResourceAsStream("/golden/settlements.json")) {
            return JSON.readTree(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the registry does; the same version again changes nothing. */
    private void publishAgency(String region, String name, String phone, String topic, String hotline)
            throws Exception {
        if (isCopied(region)) {
            return;
        }
        Map<String, Object> settings = Map.of("bootstrap.servers", TestStores.kafka());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            ProducerRecord<String, String> event = new ProducerRecord<>(
                    "registry.agency.v1", region, """
                        {"region":"%s","name":"%s","address":"—","phone":"%s","city":"—","source":"Z 办理流程 四",
                         "hotlines":[{"topic":"%s","phone":"%s","source":"N Q5"}],"version":1}\
                        """.formatted(region, name, phone, topic, hotline));
            Map.of(
                            "ce_id",
                            region + ":1",
                            "ce_type",
                            "io.crosscare.registry.agency.v1",
                            "ce_time",
                            "2026-11-24T00:00:00Z",
                            "ce_aggregateversion",
                            "1")
                    .forEach((header, value) -> event.headers().add(header, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(event).get(30, TimeUnit.SECONDS);
        }
        copies.agency(new RegionCode(region))
                .repeatWhenEmpty(tries -> tries.delayElements(Duration.ofMillis(100)))
                .block(Duration.ofSeconds(30));
    }

    private boolean isCopied(String region) {
        return copies.agency(new RegionCode(region))
                .hasElement()
                .blockOptional()
                .orElse(false);
    }
}
