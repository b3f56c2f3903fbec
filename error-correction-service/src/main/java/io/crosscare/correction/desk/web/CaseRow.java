package io.crosscare.correction.desk.web;

import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.correction.desk.CorrectionCases.Summary;
import io.crosscare.correction.desk.model.CaseState;
import io.crosscare.correction.desk.model.Refusal;
import io.crosscare.correction.desk.model.Refusal.Responsible;
import io.crosscare.correction.desk.model.Stage;
import io.crosscare.correction.desk.model.VisitScope;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;

/** A case as a line of a file for people. Times are China's. */
final class CaseRow {

    /** Begins with a mark by which spreadsheets know UTF-8. */
    static final String HEAD = "\uFEFF纠错单,状态,办理层级,办理单位,办理环节,当前时限,原因,说明,被拒次数,首次被拒,最近被拒,机构,参保地,就医地,"
            + "服务类别,就诊日,参保人标识,就诊标识,批次,联系单位,电话,诊断原因\r\n";

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ChinaTime.ZONE);

    private CaseRow() {}

    static String of(Summary one) {
        Refusal last = one.last();
        Stage stage = one.stage();
        // A common case is nobody's own.
        Optional<VisitScope> scope = Optional.of(one.subject().scope()).filter(_ -> one.outage() == null);
        Responsible responsible = last.statement().responsible();
        return new StringJoiner(",", "", "\r\n")
                .add(one.id().value())
                .add(one.state() == CaseState.OPEN ? "未办结" : "已办结")
                .add(stage.station().office().level().zh())
                .add(stage.station().office().code())
                .add(stage.name().zh())
                .add(stage.dueAt().map(CaseRow::minute).orElse(""))
                .add(one.subject().reason().code())
                .add(quoted(last.statement().message()))
                .add(Long.toString(one.refusals()))
                .add(minute(one.firstRefusedAt()))
                .add(minute(last.refusedAt()))
                .add(own(one, last.institution().value()))
                .add(own(one, last.insuredRegion().value()))
                .add(own(one, last.careRegion().value()))
                .add(last.serviceType())
                .add(last.serviceDate().toString())
                .add(scope.map(visit -> visit.person().value()).orElse(""))
                .add(scope.map(VisitScope::visitId).orElse(""))
                .add(quoted(scope.map(VisitScope::batch).orElse("")))
                .add(quoted(responsible == null ? "" : responsible.name()))
                .add(quoted(responsible == null ? "" : Objects.toString(responsible.phone(), "")))
                .add(Optional.ofNullable(one.cause()).map(Enum::name).orElse(""))
                .toString();
    }

    /** The case of a silent service is no institution's and no region's. */
    private static String own(Summary one, String value) {
        return one.isOfNeighbour() ? "" : value;
    }

    private static String minute(Instant instant) {
        return MINUTE.format(instant);
    }

    /** A spreadsheet takes what begins like a formula for one. */
    private static String quoted(String text) {
        String harmless = text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
