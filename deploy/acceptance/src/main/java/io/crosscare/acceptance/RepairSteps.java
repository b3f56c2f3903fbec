package io.crosscare.acceptance;

import io.crosscare.acceptance.DemoSteps.Registry;
import io.crosscare.acceptance.DemoSteps.Settled;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.local.person.FictionalPerson;
import io.crosscare.local.suite.RunningSuite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/**
 * The second half of the main job, as further steps of the demo: somebody turned away is helped, a service dies in the middle of
 * a settlement, a settlement is taken back, and the auditor looks at all of it.
 */
final class RepairSteps {

    private static final Party AGENCY = DemoSteps.AGENCY;
    private static final String PHONE = "0511-85340390";
    private static final int SENTENCE_MAX = 60;
    private static final Duration DESK_WITHIN = Duration.ofSeconds(30);
    private static final Duration HEALS_WITHIN = Duration.ofMinutes(2);
    private static final Duration BURST_WITHIN = Duration.ofMinutes(1);
    private static final int BILLS_AT_ONCE = 8;
    private static final int BURSTS_MAX = 4;
    private static final String SERVICE = "settlement";

    private final GatewayClient gateway;
    private final Narration narration;
    private final RandomIds ids;
    private final RandomGenerator random;
    private final RunningSuite suite;
    private final GoldenCase golden = GoldenCase.of("D01");

    /** Somebody who was helped, and may be settled for now. */
    record Helped(String personId, String filingId) {}

    /** One bill that was to be settled when the service died. */
    private record Bill(String visitId, Call settling) {}

    /** A request and what came of it: nothing, where there was silence. */
    private record Pressed(Bill bill, Optional<Answer> answer) {

        boolean isAnswered() {
            return answer.filter(each -> each.status() == 200 || each.status() == 201)
                    .isPresent();
        }
    }

    /** How many settlements were not answered, and how many of those the service had begun with. */
    private record Killed(int open, int begun) {}

    RepairSteps(GatewayClient gateway, Narration narration, RandomIds ids, RandomGenerator random, RunningSuite suite) {
        this.gateway = gateway;
        this.narration = narration;
        this.ids = ids;
        this.random = random;
        this.suite = suite;
    }

    Helped refuseAndHelp(Registry registry) {
        narration.heading(5, "没有备案：拒付、补办、同一张单据结算", "refused for want of a filing, helped, settled");
        Party hospital = registry.hospital();
        FictionalPerson papers = FictionalPerson.bornBetween(1975, 1990, random);
        String personId = gateway.ask(AGENCY, Requests.insuredPerson(papers, "ACTIVE"))
                .require(201)
                .string("personId");
        Bill bill = bill(hospital, personId);
        refused(gateway.ask(hospital, bill.settling()).require(422));
        String caseId = openCase(hospital, personId);

        Answer filed = gateway.ask(
                        AGENCY,
                        Requests.filing(personId, "POSTED_WORKER", DemoSteps.SHANGHAI, golden.text("date"), newKey()))
                .require(201);
        narration.fact(
                "经办机构补办常驻异地工作备案，自 %s 起".formatted(filed.string("effectiveFrom")),
                "the agency files: posted worker, from the day of care");

        Answer settled = gateway.ask(hospital, bill.settling()).require(201);
        narration.fact(
                "同一张单据、同一个键：结算成功。总额 %s，基金支付 %s，个人负担 %s"
                        .formatted(
                                yuan(settled, Amount.TOTAL_COST),
                                Amount.TOTAL_COST.readable(settled.number("fundPayFen")),
                                yuan(settled, Amount.PERSONAL_PAY)),
                "the same bill under the same key is settled now: total, funds pay, person bears");
        resolvedCase(hospital, caseId, settled.string("id"), filed.string("id"));
        return new Helped(personId, filed.string("id"));
    }

    /** What the cashier reads, to the letter. */
    private void refused(Answer refusal) {
        Require.text(refusal, "reason", "NO_FILING");
        Require.text(refusal, "decidedOn", golden.text("date"));
        String sentence = refusal.string("message");
        JsonNode responsible = refusal.field("responsible");
        if (sentence.length() > SENTENCE_MAX
                || !responsible.path("phone").asString("").equals(PHONE)) {
            throw new Difference("%s: 收银台应看到一句话和电话 %s · a sentence and the phone were expected: %s"
                    .formatted(refusal.call(), PHONE, refusal.text()));
        }
        narration.text("收银台 cashier:  %s\n谁能处理 who can mend it:  %s  %s\n怎么办 what to do:  %s"
                .formatted(
                        sentence,
                        responsible.path("name").asString(""),
                        responsible.path("phone").asString(""),
                        refusal.string("nextStep")));
        narration.fact(
                "判定依据日：%s，就诊当天（门诊看就诊日是否在备案有效期内）".formatted(refusal.string("decidedOn")),
                "the day that decided: the day of care");
    }

    private String openCase(Party hospital, String personId) {
        String id = Eventually.of(
                DESK_WITHIN,
                () -> gateway.list(hospital, Call.get("/correction-cases").with("personId", personId)).stream()
                        .map(found -> found.path("id").asString())
                        .findFirst());
        Answer opened = Eventually.of(
                DESK_WITHIN,
                () -> Optional.of(gateway.ask(hospital, caseOf(id)))
                        .filter(found -> found.require(200).field("awaited").isEmpty()));
        Require.text(opened, "state", "OPEN");
        Require.text(opened, "reason", "NO_FILING");
        JsonNode diagnosis = opened.field("diagnosis");
        narration.fact(
                "纠错单已开立：%s；诊断：%s，由%s办理"
                        .formatted(
                                id,
                                diagnosis.path("text").asString(""),
                                diagnosis.at("/responsible/name").asString("")),
                "a correction case is open: its cause, and who mends it");
        return id;
    }

    private void resolvedCase(Party hospital, String caseId, String settlementId, String filingId) {
        Answer resolved = Eventually.of(
                DESK_WITHIN,
                () -> Optional.of(gateway.ask(hospital, caseOf(caseId)))
                        .filter(found -> found.string("state").equals("RESOLVED")));
        JsonNode evidence = resolved.field("evidence");
        boolean isProof = evidence.path("settlementId").asString("").equals(settlementId)
                && evidence.path("filingId").asString("").equals(filingId);
        if (!isProof) {
            throw new Difference("%s: 证据应为结算 %s · the evidence was expected to be that settlement: %s"
                    .formatted(resolved.call(), settlementId, evidence));
        }
        narration.fact(
                "纠错单关闭，证据为结算单，依据备案 %s，按 %s 判定"
                        .formatted(filingId, evidence.path("decidedOn").asString()),
                "the case is closed by its evidence, as of the same day; all of it, from the refusal on:");
        narration.text(CaseStory.of(resolved));
    }

    void killDuringSettlements(Registry registry, Helped helped) {
        narration.heading(6, "结算途中服务被终止", "the service is killed in the middle of settlements");
        Party hospital = registry.hospital();
        boolean wasOpen = false;
        boolean wasBegun = false;
        for (int burst = 0; burst < BURSTS_MAX && !wasBegun; burst++) {
            Killed killed = killOnce(hospital, helped, burst);
            wasOpen |= killed.open() > 0;
            wasBegun = killed.begun() > 0;
        }
        if (!wasOpen) {
            throw new Difference("服务被终止时应有结算在途 · a settlement was expected to be on its way when the service died");
        }
    }

    private Killed killOnce(Party hospital, Helped helped, int burst) {
        List<Bill> bills = new ArrayList<>();
        for (int i = 0; i < BILLS_AT_ONCE; i++) {
            bills.add(bill(hospital, helped.personId()));
        }
        narration.fact(
                "收银台同时结算 %d 张单据，第一张得到应答后立即 kill -9 结算服务（进程 %d）".formatted(bills.size(), pidOfService()),
                "%d bills at once; when the first is answered, the service is killed".formatted(bills.size()));
        List<Pressed> pressed = pressAllAndKill(hospital, bills, burst);
        List<Bill> open = pressed.stream()
                .filter(each -> !each.isAnswered())
                .map(Pressed::bill)
                .toList();
        narration.fact(
                "%d 笔已有应答，%d 笔没有应答，结果未知".formatted(pressed.size() - open.size(), open.size()),
                "%d answered, %d without an answer: unknown".formatted(pressed.size() - open.size(), open.size()));
        Eventually.of(HEALS_WITHIN, () -> Optional.of(suite).filter(RunningSuite::isWhole));
        narration.fact("看护进程已重新启动结算服务（进程 %d）".formatted(pidOfService()), "the supervisor has started it again");

        int begun = 0;
        for (Bill bill : open) {
            begun += pressAgain(hospital, helped, bill) ? 1 : 0;
        }
        paidOnce(helped, bills);
        return new Killed(open.size(), begun);
    }

    /** All at once; the service dies when the first has its answer and the next is on its way: later with every burst. */
    private List<Pressed> pressAllAndKill(Party hospital, List<Bill> bills, int burst) {
        BlockingQueue<Pressed> done = new LinkedBlockingQueue<>();
        long startedAt = System.nanoTime();
        bills.forEach(bill -> Thread.startVirtualThread(() -> done.add(press(hospital, bill))));
        List<Pressed> pressed = new ArrayList<>();
        pressed.add(next(done));
        long took = System.nanoTime() - startedAt;
        Eventually.pause(Duration.ofNanos(took * burst / BURSTS_MAX));
        suite.kill(SERVICE);
        while (pressed.size() < bills.size()) {
            pressed.add(next(done));
        }
        return pressed;
    }

    private long pidOfService() {
        return suite.members().stream()
                .filter(member -> member.name().equals(SERVICE))
                .mapToLong(RunningSuite.Member::pid)
                .findFirst()
                .orElseThrow(() -> new Difference("结算服务没有运行 · the settlement service does not run"));
    }

    private Pressed press(Party hospital, Bill bill) {
        try {
            return new Pressed(bill, Optional.of(gateway.ask(hospital, bill.settling())));
        } catch (Difference silence) {
            return new Pressed(bill, Optional.empty());
        }
    }

    /** The hospital asks, presses again, and again: one number. Whether the service had begun with it when it died. */
    private boolean pressAgain(Party hospital, Helped helped, Bill bill) {
        String key = bill.settling().headers().getOrDefault("Idempotency-Key", "");
        String institution = hospital.institution();
        String found = gateway.ask(hospital, Requests.outcome(helped.personId(), institution, "SETTLEMENT", key))
                .require(200)
                .string("state");
        Answer again = gateway.ask(hospital, bill.settling());
        if (again.status() != 200) {
            again.require(201);
        }
        Answer oncemore = gateway.ask(hospital, bill.settling()).require(200);
        Require.text(oncemore, "id", again.string("id"));
        Require.replayOfLiveSettlement(oncemore);
        narration.fact(
                "查询为 %s；再按得 %s，又按仍是同一笔".formatted(found, again.string("id")),
                "asked, pressed again, and once more: the same settlement number");
        return !found.equals("NEVER_SEEN");
    }

    private void paidOnce(Helped helped, List<Bill> bills) {
        List<JsonNode> chain = chainOf(helped.personId());
        for (Bill bill : bills) {
            long settlements = chain.stream()
                    .filter(entry -> entry.path("settlement")
                            .path("visitId")
                            .asString("")
                            .equals(bill.visitId()))
                    .count();
            Require.count("就诊 " + bill.visitId() + " 的结算 settlements of the visit", 1, settlements);
        }
        narration.fact(
                "%d 次就诊各有且只有一笔结算：都只付了一次".formatted(bills.size()), "each visit has exactly one settlement: paid once");
    }

    void cancel(Registry registry, Settled settled) {
        narration.heading(7, "撤销第 3 步的结算", "the settlement of step 3 is cancelled");
        Party hospital = registry.hospital();
        Call request = Requests.cancellation(settled.settlementId(), newKey());
        Answer cancelled = gateway.ask(hospital, request).require(201);
        Require.text(cancelled, "state", "CANCELLED");
        Require.text(cancelled, "originalId", settled.settlementId());
        for (Amount amount : Amount.values()) {
            if (amount != Amount.REIMBURSEMENT_RATIO) {
                Require.count(
                        amount.zh() + " " + amount.field(),
                        -golden.expected().of(amount),
                        cancelled.number(amount.field()));
            }
        }
        narration.fact(
                "每项金额恰为原结算的负数：基金 %s，现金 %s"
                        .formatted(
                                Amount.POOLED_FUND_PAY.readable(cancelled.number("fundPayFen")),
                                yuan(cancelled, Amount.CASH_PAY)),
                "every amount is minus the original's");

        List<JsonNode> chain = chainOf(settled.personId());
        Map<String, Long> before = countersAfter(chain, settled.settlementId(), -1);
        Map<String, Long> after = countersAfter(chain, cancelled.string("id"), 0);
        if (!before.equals(after)) {
            throw new Difference("累计数没有复原 · the counters are not back: %s, before %s".formatted(after, before));
        }
        narration.fact(
                "个人账户 %s、起付线与统筹累计均已复原"
                        .formatted(Amount.PERSONAL_ACCOUNT_PAY.readable(after.getOrDefault("account", 0L))),
                "account and accumulators are back where they were");

        Answer again = gateway.ask(hospital, request).require(200);
        Require.text(again, "id", cancelled.string("id"));
        Answer underOtherKey = gateway.ask(hospital, request.underKey(newKey())).require(200);
        Require.text(underOtherKey, "id", cancelled.string("id"));
        if (!again.isReplay() || !underOtherKey.isReplay()) {
            throw new Difference("%s: 没有标明是重放 · not marked as a replay".formatted(again.call()));
        }
        narration.fact("再撤销一次（同键或换键）：重放，不会多退", "cancelled again, under the same or another key: a replay");
    }

    void audit() {
        narration.heading(8, "审计全部存储", "everything stored is audited");
        Audit audit = Audit.hold(call -> gateway.ask(Audit.operator(), call), newKey());
        StringBuilder lines = new StringBuilder();
        for (Audit.Invariant invariant : audit.invariants()) {
            lines.append("%s %s %s  %s%n"
                    .formatted(
                            Columns.padded(invariant.id(), 4),
                            Columns.rightAligned(String.valueOf(invariant.checked()), 6),
                            invariant.isHeld() ? "✓" : "✗",
                            invariant.zh() + " " + invariant.en()));
            invariant
                    .violations()
                    .forEach(
                            violation -> lines.append("     ").append(violation).append('\n'));
        }
        narration.text(lines + "audit: " + audit.held() + " invariants held");
        if (!audit.isClean()) {
            throw new Difference("审计未通过 · the audit is not clean: " + audit.state());
        }
    }

    private Bill bill(Party hospital, String personId) {
        Call visit = Requests.visit(personId, "OUTPATIENT", golden.text("date"), newKey(), newKey());
        String visitId = gateway.ask(hospital, visit).require(201).string("id");
        gateway.ask(hospital, Requests.feeLines(visitId, golden, DemoSteps.D01_ITEMS))
                .require(200);
        return new Bill(visitId, Requests.settlement(visitId, false, newKey()));
    }

    /** What the counters were behind an entry, or as many entries further on; counters at zero left out. */
    private static Map<String, Long> countersAfter(List<JsonNode> chain, String entryId, int further) {
        for (int i = 0; i < chain.size(); i++) {
            if (chain.get(i).path("id").asString("").equals(entryId)) {
                Map<String, Long> counters = new TreeMap<>();
                chain.get(i + further).path("after").properties().stream()
                        .filter(counter -> counter.getValue().asLong() != 0)
                        .forEach(counter -> counters.put(
                                counter.getKey(), counter.getValue().asLong()));
                return counters;
            }
        }
        throw new Difference("结算链上没有 %s · not in the chain: %s".formatted(entryId, entryId));
    }

    private List<JsonNode> chainOf(String personId) {
        return gateway.list(AGENCY, Call.get("/persons/" + personId + "/chain"));
    }

    private static Call caseOf(String id) {
        return Call.get("/correction-cases/" + id);
    }

    private static String yuan(Answer answer, Amount amount) {
        return amount.readable(answer.number(amount.field()));
    }

    private static Pressed next(BlockingQueue<Pressed> done) {
        try {
            Pressed next = done.poll(BURST_WITHIN.toSeconds(), TimeUnit.SECONDS);
            if (next == null) {
                throw new Difference("结算请求没有结束 · a settlement request has not ended");
            }
            return next;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Difference("被中断 · interrupted", interrupted);
        }
    }

    private String newKey() {
        return ids.next('k');
    }
}
