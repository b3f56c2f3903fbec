package io.crosscare.acceptance;

import io.crosscare.chassis.id.RandomIds;
import io.crosscare.local.person.FictionalPerson;
import io.crosscare.local.suite.RunningSuite;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/**
 * The main job of the suite on real input, step by step: find where care is settled, file the person, settle the bill of
 * golden case D01, press the button again; {@link RepairSteps} has the second half. Each step checks what it is told and throws the {@link Difference}; each makes its
 * own person and keys, so the steps can be played again on the same data.
 */
final class DemoSteps {

    static final int COUNT = 8;

    private static final String ZHENJIANG = Requests.ZHENJIANG;
    static final String SHANGHAI = Requests.SHANGHAI;
    private static final Party PLATFORM = Party.platform("江苏省平台", "Jiangsu platform", "320000");
    static final Party AGENCY = Party.agency("镇江市医保中心", "Zhenjiang agency", ZHENJIANG);
    private static final String STOMATOLOGICAL_HOSPITAL = "镇江市口腔医院";
    private static final String ZHONGSHAN_HOSPITAL = "复旦大学附属中山医院";
    private static final String FILED_FROM = "2019-05-01";

    /** The items of the sample catalogue of Shanghai that the three lines of D01 stand for. */
    static final List<String> D01_ITEMS = List.of("ZL0001", "YP0101", "YP0201");

    private final GatewayClient gateway;
    private final Narration narration;
    private final RandomIds ids;
    private final RandomGenerator random;
    private final RepairSteps repairs;
    private final GoldenCase golden = GoldenCase.of("D01");

    /** What the next steps need of the registry: the hospital's code. */
    record Registry(Party hospital) {}

    /** The person who was filed, and the papers in their hand. */
    record Filed(FictionalPerson papers, String personId) {}

    /** The settlement, and the request that made it, byte for byte. */
    record Settled(String personId, String settlementId, Call request) {}

    /**
     * Makes the steps.
     *
     * @param suite whose gateway that is: one of its processes is killed in step 6
     */
    DemoSteps(GatewayClient gateway, Narration narration, RandomIds ids, RandomGenerator random, RunningSuite suite) {
        this.gateway = gateway;
        this.narration = narration;
        this.ids = ids;
        this.random = random;
        this.repairs = new RepairSteps(gateway, narration, ids, random, suite);
    }

    void play() {
        Registry registry = readRegistry();
        Filed filed = filePerson();
        Settled settled = settleBill(registry, filed);
        settleAgain(registry, settled);
        RepairSteps.Helped helped = repairs.refuseAndHelp(registry);
        repairs.killDuringSettlements(registry, helped);
        repairs.cancel(registry, settled);
        repairs.audit();
    }

    /** Steps 5 to 8. */
    RepairSteps repairs() {
        return repairs;
    }

    Registry readRegistry() {
        narration.heading(1, "在哪里可以直接结算", "where care is settled directly");
        String on = golden.text("date");
        Call zhenjiang = Call.get("/institutions").with("region", ZHENJIANG);
        int all = institutions(zhenjiang);
        int openToShanghai = institutions(zhenjiang
                .with("capability", "SHANGHAI_OUTPATIENT")
                .with("counterpart", SHANGHAI)
                .with("on", on));
        int shanghai = institutions(Call.get("/institutions").with("region", SHANGHAI));
        int agencies = gateway.list(PLATFORM, Call.get("/agencies")).size();

        Require.count("镇江市区定点医疗机构 institutions of Zhenjiang", 46, all);
        Require.count("上海门诊定点医疗机构 institutions of Shanghai", 23, shanghai);
        Require.count("经办机构 agencies", 17, agencies);
        Require.count("接收上海门诊的镇江机构 Zhenjiang institutions open to Shanghai outpatients", 38, openToShanghai);
        narration.fact("镇江市区 46 家，上海 23 家，经办机构 17 家", "46 institutions in Zhenjiang, 23 in Shanghai, 17 agencies");
        narration.fact("镇江 46 家中 38 家接收上海参保人门诊", "38 of the 46 in Zhenjiang take Shanghai's outpatients");

        requireAdmission(STOMATOLOGICAL_HOSPITAL, ZHENJIANG, SHANGHAI, false);
        String zhongshan = requireAdmission(ZHONGSHAN_HOSPITAL, SHANGHAI, ZHENJIANG, true);
        return new Registry(Party.hospital("中山医院", "Zhongshan Hospital", zhongshan));
    }

    /** How many there are, without those that worked cases have brought. */
    private int institutions(Call call) {
        return (int) gateway.list(PLATFORM, call).stream()
                .filter(institution -> !Fixtures.isFixture(institution))
                .count();
    }

    /** Asks by name whether the institution takes the other region's outpatients; the code of the institution. */
    private String requireAdmission(String name, String region, String insuredRegion, boolean open) {
        List<JsonNode> found = gateway.list(
                PLATFORM, Call.get("/institutions").with("name", name).with("region", region));
        Require.count(name, 1, found.size());
        String code = found.getFirst().path("code").asString();
        Answer admission = gateway.ask(
                        PLATFORM,
                        Call.get("/institutions/" + code + "/admissions")
                                .with("insuredRegion", insuredRegion)
                                .with("serviceType", "OUTPATIENT")
                                .with("plan", "EMPLOYEE")
                                .with("on", golden.text("date")))
                .require(200);
        if (admission.field("open").asBoolean() != open) {
            throw new Difference("%s: 应%s接收 %s 门诊 · expected open=%s: %s"
                    .formatted(name, open ? "" : "不", insuredRegion, open, admission.text()));
        }
        narration.fact(
                admission.string("messageZh"),
                "%s [%s, %s]"
                        .formatted(
                                admission.string("messageEn"), admission.string("source"), admission.string("mark")));
        return code;
    }

    Filed filePerson() {
        narration.heading(2, "备案与年初数据", "the filing, and what the year already holds");
        FictionalPerson papers = FictionalPerson.bornBetween(1935, 1955, random);
        String personId = gateway.ask(AGENCY, Requests.insuredPerson(papers, "RETIRED"))
                .require(201)
                .string("personId");
        narration.fact("虚构的镇江退休职工，证件号码不可能存在", "a fictional Zhenjiang retiree with an impossible identity number");

        Answer filed = gateway.ask(
                        AGENCY, Requests.filing(personId, "RETIRED_RESETTLED", SHANGHAI, FILED_FROM, newKey()))
                .require(201);
        Require.text(filed, "state", "EFFECTIVE");
        Require.text(filed, "effectiveFrom", FILED_FROM);
        narration.fact(
                "异地安置退休备案自 %s 起生效，记录于 %s".formatted(FILED_FROM, filed.string("recordedAt")),
                "filed as resettled retiree, backdated with a reason");

        openYear(personId);
        return new Filed(papers, personId);
    }

    private void openYear(String personId) {
        int year = LocalDate.parse(golden.text("date")).getYear();
        long deductibleUsed = golden.number("deductible_used");
        long pooledUsed = golden.number("pooled_used");
        long balance = golden.number("account_balance");
        Map<String, Long> counters =
                Map.of(year + "/deductible.outpatient", deductibleUsed, year + "/pooled.outpatient", pooledUsed);
        gateway.ask(AGENCY, Requests.opening(personId, counters, newKey())).require(201);
        gateway.ask(AGENCY, Requests.accountCredit(personId, balance, newKey())).require(201);
        narration.fact(
                "%d 年已用起付线 %s，统筹已付 %s；个人账户 %s"
                        .formatted(
                                year,
                                Amount.DEDUCTIBLE.readable(deductibleUsed),
                                Amount.POOLED_FUND_PAY.readable(pooledUsed),
                                Amount.PERSONAL_ACCOUNT_PAY.readable(balance)),
                "deductible used, pooled fund paid, account balance");
    }

    Settled settleBill(Registry registry, Filed filed) {
        narration.heading(3, "就诊与结算（标准案例 D01）", "the visit and its settlement (golden case D01)");
        Party hospital = registry.hospital();
        Answer found = gateway.ask(hospital, Requests.lookUp(filed.papers())).require(200);
        Require.text(found, "personId", filed.personId());
        narration.fact("凭省卡与证件号码找到参保人 " + found.string("name"), "found by provincial card and identity number");

        Call visit = Requests.visit(filed.personId(), "OUTPATIENT", golden.text("date"), newKey(), newKey());
        String visitId = gateway.ask(hospital, visit).require(201).string("id");
        Answer uploaded = gateway.ask(hospital, Requests.feeLines(visitId, golden, D01_ITEMS))
                .require(200);
        narration.fact(
                "费用明细 %d 条，合计 %s"
                        .formatted(
                                uploaded.number("lineCount"),
                                Amount.TOTAL_COST.readable(uploaded.number(Amount.TOTAL_COST.field()))),
                "fee lines uploaded");

        boolean usesAccount = golden.flag("use_account");
        Answer preview =
                gateway.ask(hospital, Requests.preview(visitId, usesAccount)).require(200);
        Require.golden(golden, preview);
        narration.fact("预结算与标准案例逐项一致", "the preview equals the golden case");

        Call request = Requests.settlementOn(preview.field("head"), visitId, usesAccount, newKey());
        Answer settled = gateway.ask(hospital, request).require(201);
        Require.golden(golden, settled);
        narration.fact(
                "结算 %d 项与标准案例逐项一致".formatted(Amount.values().length),
                "all %d amounts equal the golden case".formatted(Amount.values().length));

        String settlementId = settled.string("id");
        Answer sheet = gateway.ask(
                        hospital,
                        Call.get("/settlements/" + settlementId + "/explanation")
                                .accepting("text/plain"))
                .require(200);
        narration.text(sheet.text());
        return new Settled(filed.personId(), settlementId, request);
    }

    void settleAgain(Registry registry, Settled settled) {
        narration.heading(4, "再按一次", "the button pressed again");
        Party hospital = registry.hospital();
        Answer replay = gateway.ask(hospital, settled.request()).require(200);
        Require.text(replay, "id", settled.settlementId());
        Require.golden(golden, replay);
        Require.replayOfLiveSettlement(replay);
        narration.fact("同一请求：同一结算单，标明为重放", "the same request: the same settlement, marked as a replay");

        Answer refusal =
                gateway.ask(hospital, settled.request().underKey(newKey())).require(422);
        Require.text(refusal, "reason", "ALREADY_SETTLED");
        Require.text(refusal, "settlementId", settled.settlementId());
        narration.fact("换一个键：拒绝。" + refusal.string("message"), "another key: refused, " + refusal.string("reason"));

        long settlements = gateway.list(AGENCY, Call.get("/persons/" + settled.personId() + "/chain")).stream()
                .filter(entry -> entry.path("kind").asString().equals("SETTLEMENT"))
                .count();
        Require.count("结算链上的结算 settlements in the chain", 1, settlements);
        narration.fact("结算链上只有一笔结算：只付了一次", "one settlement in the person's chain: paid once");
    }

    private String newKey() {
        return ids.next('k');
    }
}
