package io.crosscare.correction.desk.web;

import io.crosscare.chassis.agency.Agency;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.correction.desk.model.Act;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Fact.InstitutionStated;
import io.crosscare.correction.desk.model.Office;
import io.crosscare.correction.desk.model.Refusal;
import io.crosscare.correction.desk.model.Stage;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a letter says, whatever it is written on: Chinese first, English beside it, nothing of the person but its id.
 *
 * @param paragraphs before the table
 * @param rows of the table
 */
record Letter(List<String> paragraphs, List<Row> rows) {

    static final String LANGUAGE = "zh-CN";
    static final String NAME = "异地就医结算协查函";
    static final String HEADING = "异地就医直接结算协查函";
    static final String HEADING_EN = "Request for assistance with a direct settlement";
    static final String SEAL = "（发函单位盖章）";
    static final String SEAL_EN = "Seal of the sender";

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ChinaTime.ZONE);

    Letter {
        paragraphs = List.copyOf(paragraphs);
        rows = List.copyOf(rows);
    }

    /** One fact, with its name in both languages. */
    record Row(String zh, String en, String value) {}

    static Letter of(CorrectionCase one, Stage.Outside outside, Optional<Agency> sender, Instant printedAt) {
        Refusal first = one.file().firstRefusal();
        Refusal last = one.file().lastRefusal();
        Office addressee = outside.station().office();
        List<Row> rows = new ArrayList<>(List.of(
                new Row("函号 · 纠错单", "Case", one.id().value()),
                new Row("参保人标识", "Person", first.subject().scope().person().value()),
                new Row("就诊标识", "Visit", first.subject().scope().visitId()),
                new Row("参保地", "Insured region", last.insuredRegion().value()),
                new Row("就医地", "Care region", last.careRegion().value()),
                new Row("就诊机构", "Institution", last.institution().value() + nameOf(one)),
                new Row("服务类别", "Service", last.serviceType()),
                new Row("就诊日 · 判定日", "Day of care · day decided on", last.serviceDate() + " · " + last.decidedOn()),
                new Row("拒付原因", "Reason", last.subject().reason().code()),
                new Row("说明", "What the window read", last.statement().message()),
                new Row(
                        "被拒次数",
                        "Refusals",
                        one.file().refusals().count() + "（" + MINUTE.format(first.refusedAt()) + " 至 "
                                + MINUTE.format(last.refusedAt()) + "）"),
                new Row("请求协查", "What is asked", askedOf(one))));
        outside.dueAt().ifPresent(due -> rows.add(new Row("答复时限", "Answer by", MINUTE.format(due))));
        rows.add(new Row("发函单位", "From", senderOf(outside.sender(), sender)));
        rows.add(new Row("打印时间", "Printed", MINUTE.format(printedAt)));
        return new Letter(
                List.of(
                        addressee.level().zh() + "（行政区划 " + addressee.code() + "）医疗保险经办机构：",
                        "下列参保人异地就医直接结算未成功，请协助核查，并于时限前书面答复。",
                        "The direct settlement below was refused. Please look into it and answer in writing in time."),
                rows);
    }

    /** The institution's name where the registry has told it. */
    private static String nameOf(CorrectionCase one) {
        return one.file().facts().stream()
                .filter(InstitutionStated.class::isInstance)
                .map(InstitutionStated.class::cast)
                .map(stated -> " " + stated.name())
                .reduce("", (_, later) -> later);
    }

    /** The reason with which it was passed on; time gives none. */
    private static String askedOf(CorrectionCase one) {
        return one.file().handling().acts().stream()
                .filter(act -> act.kind() == Act.Kind.SENT_OUTSIDE)
                .map(Act::reason)
                .filter(Objects::nonNull)
                .reduce((_, later) -> later)
                .orElse("核实拒付原因并告知处理办法 · find the cause and say what to do");
    }

    private static String senderOf(Office office, Optional<Agency> agency) {
        return agency.map(known -> known.phone() == null ? known.name() : known.name() + " " + known.phone())
                .orElse(office.level().zh() + " " + office.code());
    }
}
