package io.crosscare.correction.desk.web;

import io.crosscare.correction.desk.model.CaseFile;
import io.crosscare.correction.desk.model.Change;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Fact;
import io.crosscare.correction.desk.model.Fact.ConnectionStated;
import io.crosscare.correction.desk.model.Fact.Filed;
import io.crosscare.correction.desk.model.Fact.InstitutionAbsent;
import io.crosscare.correction.desk.model.Fact.InstitutionStated;
import io.crosscare.correction.desk.model.Fact.NothingFiled;
import io.crosscare.correction.desk.model.Fact.PersonStated;
import io.crosscare.correction.desk.model.Fact.PromiseStated;
import io.crosscare.correction.desk.model.Fact.Settled;
import io.crosscare.correction.desk.model.Fact.Unanswered;
import io.crosscare.correction.desk.model.Fact.Undone;
import io.crosscare.correction.desk.model.Fact.UploadStated;
import io.crosscare.correction.desk.model.Refusal;
import io.crosscare.correction.desk.model.Refusal.Arrival;
import io.crosscare.correction.desk.model.Refusal.FilingVersion;
import io.crosscare.correction.desk.model.Standing;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything the four services and the desk have to say about a case, in the order of time. */
final class Timeline {

    static final String INTERRUPTED = "INTERRUPTED";
    private static final String GATEWAY = "GATEWAY";
    static final String SETTLEMENT = "SETTLEMENT";
    private static final String FILING = "FILING";
    private static final String REGISTRY = "REGISTRY";
    private static final String DESK = "DESK";

    private Timeline() {}

    /** Of many refusals the first and the latest; what happened at the same time stays in the order of the work. */
    static List<TimelineFact> of(CorrectionCase one) {
        CaseFile file = one.file();
        if (one.isOfNeighbour()) {
            return TimelineOfNeighbour.of(file);
        }
        Stream<TimelineFact> refusals = file.refusals().kept().stream()
                .flatMap(refusal -> Stream.concat(Stream.ofNullable(received(refusal)), Stream.of(refused(refusal))));
        Stream<TimelineFact> facts =
                Stream.concat(file.entries().stream(), file.facts().stream()).map(Timeline::told);
        Stream<TimelineFact> work = TimelineOfWork.of(file.work());
        Stream<TimelineFact> steps = file.changes().stream().map(Timeline::step).filter(Objects::nonNull);
        return Stream.of(refusals, facts, steps, work)
                .flatMap(lines -> lines)
                .sorted(Comparator.comparing(TimelineFact::at))
                .toList();
    }

    private static @Nullable TimelineFact received(Refusal refusal) {
        Arrival arrival = refusal.arrival();
        return arrival == null
                ? null
                : new TimelineFact(
                        arrival.receivedAt(),
                        GATEWAY,
                        "RECEIVED",
                        "网关收到请求 " + arrival.door(),
                        "The gateway received " + arrival.door(),
                        new Details()
                                .with("door", arrival.door())
                                .with("traceId", refusal.traceId())
                                .all());
    }

    private static TimelineFact refused(Refusal refusal) {
        Details known = new Details()
                .with("institution", refusal.known().institution())
                .with("person", refusal.known().person())
                .with(
                        "filings",
                        refusal.known().filings().stream()
                                .collect(Collectors.toMap(FilingVersion::id, FilingVersion::version)));
        Map<String, Object> details = new Details()
                .with("refusalId", refusal.id())
                .with("reason", refusal.subject().reason().code())
                .with("message", refusal.statement().message())
                .with("serviceType", refusal.serviceType())
                .with("serviceDate", refusal.serviceDate())
                .with("decidedOn", refusal.decidedOn())
                .with("dayRule", refusal.dayRule())
                .with("settlementId", refusal.settlementId())
                .with("peer", refusal.peer())
                .with("knownVersions", known.all())
                .with("keyHash", refusal.keyHash())
                .with("traceId", refusal.traceId())
                .all();
        if (refusal.subject().reason().isFault()) {
            return new TimelineFact(
                    refusal.refusedAt(),
                    SETTLEMENT,
                    INTERRUPTED,
                    "结算中断：" + refusal.statement().message(),
                    "Interrupted: " + english(refusal),
                    details);
        }
        return new TimelineFact(
                refusal.refusedAt(),
                SETTLEMENT,
                "REFUSED",
                "结算被拒：" + refusal.statement().message() + "（按 " + refusal.decidedOn() + " 判定）",
                "Refused, as of " + refusal.decidedOn() + ": " + english(refusal),
                details);
    }

    static String english(Refusal refusal) {
        String message = refusal.statement().messageEn();
        return message == null ? refusal.subject().reason().code() : message;
    }

    static TimelineFact told(Fact fact) {
        return switch (fact) {
            case Settled settled -> settled(settled);
            case Undone undone ->
                new TimelineFact(
                        undone.at(),
                        SETTLEMENT,
                        "UNDONE",
                        "结算已" + Words.UNDOING.of(undone.state()) + "，该费用可重新结算",
                        "The settlement was undone; the scope may be settled again",
                        new Details()
                                .with("entryId", undone.entryId())
                                .with("settlementId", undone.settlementId())
                                .with("state", undone.state())
                                .all());
            case Filed filed -> filed(filed);
            case NothingFiled nothing ->
                new TimelineFact(
                        nothing.at(),
                        FILING,
                        "NOTHING_FILED",
                        "备案系统没有此人的备案",
                        "No filing of this person is on record",
                        Map.of());
            case InstitutionStated stated -> institution(stated);
            case InstitutionAbsent absent ->
                new TimelineFact(
                        absent.at(),
                        REGISTRY,
                        "INSTITUTION_ABSENT",
                        "机构名录中没有该机构",
                        "The registry has no such institution",
                        new Details().with("code", absent.code()).all());
            case ConnectionStated stated -> connection(stated);
            case PersonStated stated -> person(stated);
            case PromiseStated stated -> promise(stated);
            case UploadStated stated -> upload(stated);
            case Unanswered unanswered ->
                new TimelineFact(
                        unanswered.at(),
                        unanswered.from().name(),
                        "UNANSWERED",
                        "未能回答本单的查询",
                        "Would not answer what this case asked",
                        new Details().with("status", unanswered.status()).all());
        };
    }

    private static TimelineFact settled(Settled settled) {
        String rests = settled.filingId() == null ? "" : "，依据备案 " + settled.filingId();
        String restsEn = settled.filingId() == null ? "" : ", resting on filing " + settled.filingId();
        return new TimelineFact(
                settled.at(),
                SETTLEMENT,
                "SETTLED",
                "已结算：总额 %s 元，基金支付 %s 元，按 %s 判定资格%s"
                        .formatted(
                                settled.totalCost().toYuan(), settled.fundPay().toYuan(), settled.decidedOn(), rests),
                "Settled: total %s yuan, funds pay %s yuan, eligible as of %s%s"
                        .formatted(
                                settled.totalCost().toYuan(), settled.fundPay().toYuan(), settled.decidedOn(), restsEn),
                new Details()
                        .with("settlementId", settled.entryId())
                        .with("totalCostFen", settled.totalCost().fen())
                        .with("fundPayFen", settled.fundPay().fen())
                        .with("personalPayFen", settled.personalPay().fen())
                        .with("filingId", settled.filingId())
                        .with("filingCategory", settled.filingCategory())
                        .with("decidedOn", settled.decidedOn())
                        .all());
    }

    private static TimelineFact filed(Filed filed) {
        String until = filed.effectiveTo() == null ? "" : " 至 " + filed.effectiveTo();
        String untilEn = filed.effectiveTo() == null ? "" : " to " + filed.effectiveTo();
        return new TimelineFact(
                filed.at(),
                FILING,
                "FILED",
                "%s备案：就医地 %s，自 %s%s，%s"
                        .formatted(
                                Words.CATEGORY.of(filed.category()),
                                filed.careRegion(),
                                filed.effectiveFrom(),
                                until,
                                Words.FILING_STATE.of(filed.state())),
                "Filing %s for %s from %s%s is %s"
                        .formatted(filed.category(), filed.careRegion(), filed.effectiveFrom(), untilEn, filed.state()),
                new Details()
                        .with("filingId", filed.filingId())
                        .with("version", filed.version())
                        .with("careRegion", filed.careRegion().value())
                        .with("category", filed.category())
                        .with("effectiveFrom", filed.effectiveFrom())
                        .with("effectiveTo", filed.effectiveTo())
                        .with("state", filed.state())
                        .all());
    }

    private static TimelineFact institution(InstitutionStated stated) {
        String level = stated.level() == null ? "等级未登记" : Words.LEVEL.of(stated.level());
        String levelEn = stated.level() == null ? "level unknown" : "level " + stated.level();
        return new TimelineFact(
                stated.at(),
                REGISTRY,
                "INSTITUTION",
                "机构登记：%s，%s，%s，状态%s"
                        .formatted(stated.name(), stated.region(), level, Words.INSTITUTION_STATE.of(stated.status())),
                "Institution %s in %s, %s, is %s".formatted(stated.name(), stated.region(), levelEn, stated.status()),
                new Details()
                        .with("code", stated.code())
                        .with("name", stated.name())
                        .with("region", stated.region())
                        .with("level", stated.level())
                        .with("status", stated.status())
                        .with("version", stated.version())
                        .all());
    }

    private static TimelineFact person(PersonStated stated) {
        String cards = stated.cards().stream()
                .map(card -> Words.CARD_STATE.of(card.state()))
                .collect(Collectors.joining("、"));
        return new TimelineFact(
                stated.at(),
                FILING,
                "PERSON",
                "参保登记：状态%s，社会保障卡%s"
                        .formatted(Words.INSURANCE.of(stated.insuranceStatus()), cards.isEmpty() ? "无" : cards),
                "The person's insurance is %s; cards: %s"
                        .formatted(
                                stated.insuranceStatus(),
                                stated.cards().stream()
                                        .map(Fact.CardStated::state)
                                        .toList()),
                new Details()
                        .with("insuranceStatus", stated.insuranceStatus())
                        .with("cards", stated.cards())
                        .with("version", stated.version())
                        .all());
    }

    private static TimelineFact promise(PromiseStated stated) {
        return new TimelineFact(
                stated.at(),
                FILING,
                "PROMISE",
                "承诺补充材料，期限 %s，%s".formatted(stated.dueOn(), Words.PROMISE.of(stated.state())),
                "Papers were promised by %s: %s".formatted(stated.dueOn(), stated.state()),
                new Details()
                        .with("filingId", stated.filingId())
                        .with("dueOn", stated.dueOn())
                        .with("state", stated.state())
                        .with("version", stated.version())
                        .all());
    }

    private static TimelineFact upload(UploadStated stated) {
        return new TimelineFact(
                stated.at(),
                REGISTRY,
                "UPLOAD",
                "备案上传上级平台：%s".formatted(Words.UPLOAD.of(stated.state())),
                "The filing's way to the upper platform: %s".formatted(stated.state()),
                new Details()
                        .with("filingId", stated.filingId())
                        .with("filingVersion", stated.filingVersion())
                        .with("acceptedVersion", stated.acceptedVersion())
                        .with("state", stated.state())
                        .with("version", stated.version())
                        .all());
    }

    private static TimelineFact connection(ConnectionStated stated) {
        return new TimelineFact(
                stated.at(),
                REGISTRY,
                "CONNECTION",
                stated.message(),
                stated.messageEn(),
                new Details()
                        .with("open", stated.isOpen())
                        .with("reason", stated.reason())
                        .with("on", stated.on())
                        .with("openFrom", stated.openFrom())
                        .with("row", stated.rowId())
                        .with("version", stated.rowId() == null ? null : stated.version())
                        .with("source", stated.source())
                        .with("mark", stated.mark())
                        .all());
    }

    /** Comments stand by themselves. */
    static @Nullable TimelineFact step(Change change) {
        return switch (change.kind()) {
            case OPENED -> step(change.at(), "OPENED", "纠错单已开立", "The case was opened", change);
            case REOPENED -> step(change.at(), "REOPENED", "纠错单重新打开", "The case is open again", change);
            case RESOLVED ->
                change.evidence() == null
                        ? step(change.at(), "RESOLVED", "经办人员已办结", "Closed by hand", change)
                        : step(change.at(), "RESOLVED", "已有结算为证，纠错单关闭", "Closed: a settlement is the evidence", change);
            case CAUSE_GONE ->
                step(
                        change.at(),
                        "CAUSE_GONE",
                        "原因已消除，现可结算，已通知医院",
                        "The cause is gone: the bill settles now, and the hospital is told",
                        change);
            case COMMENTED -> null;
            case ASSIGNED -> step(change.at(), "ASSIGNED", at(change) + "已接收", "Taken" + atEn(change), change);
            case RETURNED -> step(change.at(), "RETURNED", "退回" + at(change), "Returned" + atEn(change), change);
            case ESCALATED -> step(change.at(), "ESCALATED", "转至" + at(change), "Passed on" + atEn(change), change);
            case SENT_OUTSIDE ->
                step(change.at(), "SENT_OUTSIDE", at(change) + "不在本系统，以协查函联系", "By letter" + atEn(change), change);
            case REMINDED -> step(change.at(), "REMINDED", at(change) + "时限将至", "Due soon" + atEn(change), change);
            case OVERDUE -> step(change.at(), "OVERDUE", at(change) + "已超时限", "Overdue" + atEn(change), change);
        };
    }

    private static String at(Change change) {
        Standing standing = change.standing();
        return standing == null
                ? ""
                : standing.office().level().zh() + "（" + standing.office().code() + "）";
    }

    private static String atEn(Change change) {
        Standing standing = change.standing();
        return standing == null
                ? ""
                : ", " + standing.office().level() + " " + standing.office().code();
    }

    private static TimelineFact step(Instant at, String kind, String text, String textEn, Change change) {
        Settled evidence = change.evidence();
        return new TimelineFact(
                at,
                DESK,
                kind,
                text,
                textEn,
                new Details()
                        .with("refusals", change.refusals())
                        .with("settlementId", evidence == null ? null : evidence.entryId())
                        .all());
    }

    /** Named details in the order they were given. */
    private static final class Details {

        private final Map<String, Object> all = new LinkedHashMap<>();

        Details with(String name, @Nullable Object value) {
            if (value != null) {
                all.put(name, value);
            }
            return this;
        }

        Map<String, Object> all() {
            return all;
        }
    }
}
