package io.crosscare.registry.web;

import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.region.RegionNames;
import io.crosscare.registry.directory.AskAdmission;
import io.crosscare.registry.model.AdmissionAnswer;
import io.crosscare.registry.model.Capability;
import io.crosscare.registry.model.ConnectionAnswer;
import io.crosscare.registry.model.ConnectionQuestion;
import io.crosscare.registry.model.ConnectivityRow;
import io.crosscare.registry.model.ConnectivityStatus;
import io.crosscare.registry.model.Institution;
import io.crosscare.registry.model.InsurancePlan;
import io.crosscare.registry.model.RegionBook;
import io.crosscare.registry.model.Suspension;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The registry's answers in one sentence: at most 60 characters of Chinese, for the screen of a cashier. */
final class Sentences {

    private final RegionBook regions;

    Sentences(RegionBook regions) {
        this.regions = regions;
    }

    Text of(AskAdmission.Answered answered) {
        Institution institution = answered.institution();
        ConnectionQuestion question = answered.question();
        return switch (answered.answer()) {
            case AdmissionAnswer.Admitted(ConnectionAnswer.AtHome home, var _) -> of(home, question);
            case AdmissionAnswer.Admitted _ ->
                Text.of(
                        "%s接收%s参保人%s直接结算".formatted(institution.name(), insuredZh(question), serviceZh(question)),
                        "%s takes persons insured in %s for %s by direct settlement"
                                .formatted(nameEn(institution), insuredEn(question), serviceEn(question)));
            case AdmissionAnswer.InstitutionNotOpen _ ->
                Text.of(
                        "%s未开通%s参保人%s直接结算，已开通：%s"
                                .formatted(
                                        institution.name(),
                                        insuredZh(question),
                                        serviceZh(question),
                                        openFor(
                                                institution,
                                                capability -> capability.kind().zh(),
                                                "、",
                                                "无")),
                        "%s is not open for %s of persons insured in %s; it is open for: %s"
                                .formatted(
                                        nameEn(institution),
                                        serviceEn(question),
                                        insuredEn(question),
                                        openFor(
                                                institution,
                                                capability -> capability.kind().en(),
                                                ", ",
                                                "nothing")));
            case AdmissionAnswer.Suspended(Suspension suspension) -> of(institution, suspension);
            case AdmissionAnswer.NotConnected(var refused) -> of(refused, question);
        };
    }

    private static Text of(Institution institution, Suspension suspension) {
        LocalDate to = suspension.to();
        return to == null
                ? Text.of(
                        "%s自%s起暂停医保直接结算，恢复日期未定".formatted(institution.name(), suspension.from()),
                        "%s settles nobody directly from %s on, until further notice"
                                .formatted(nameEn(institution), suspension.from()))
                : Text.of(
                        "%s自%s至%s暂停医保直接结算".formatted(institution.name(), suspension.from(), to),
                        "%s settles nobody directly from %s to %s"
                                .formatted(nameEn(institution), suspension.from(), to));
    }

    Text of(ConnectionAnswer answer, ConnectionQuestion question) {
        return switch (answer) {
            case ConnectionAnswer.AtHome _ ->
                Text.of("在参保地就医，无需异地联网", "care in the insured region itself needs no connection");
            case ConnectionAnswer.Open(var row)
            when row.from() == null ->
                Text.of(
                        careZh(question) + "可直接结算（出处未载开通日）",
                        careEn(question) + " is settled directly; the source states no first day");
            case ConnectionAnswer.Open _ ->
                Text.of(careZh(question) + "可直接结算", careEn(question) + " is settled directly");
            case ConnectionAnswer.NotConnected(var row)
            when row == null ->
                Text.of(
                        "未见" + careZh(question) + "直接结算的开通记录",
                        "nothing is known here of direct settlement of " + careEn(question));
            case ConnectionAnswer.NotConnected(var row)
            when row.status() == ConnectivityStatus.PLANNED ->
                Text.of(
                        careZh(question) + "直接结算正在推进，尚未开通",
                        "direct settlement of " + careEn(question) + " is planned, not open");
            case ConnectionAnswer.NotConnected _ ->
                Text.of(careZh(question) + "尚不能直接结算", careEn(question) + " is not settled directly");
            case ConnectionAnswer.NotYetOpen(var _, var from) ->
                Text.of(
                        "%s自%s起可直接结算，%s尚未开通".formatted(careZh(question), from, question.on()),
                        "%s is settled directly from %s on, not yet on %s"
                                .formatted(careEn(question), from, question.on()));
            case ConnectionAnswer.NotForPlan(var row) ->
                Text.of(
                        "%s仅对%s参保人开通直接结算，不含%s"
                                .formatted(
                                        careZh(question),
                                        plans(row, InsurancePlan::zh, "、"),
                                        question.plan().zh()),
                        "%s is settled directly for %s only"
                                .formatted(careEn(question), plans(row, InsurancePlan::en, ", ")));
        };
    }

    private String careZh(ConnectionQuestion question) {
        return "%s参保人在%s的%s".formatted(insuredZh(question), nameZh(question.careRegion()), serviceZh(question));
    }

    private static String careEn(ConnectionQuestion question) {
        return "%s in %s of persons insured in %s"
                .formatted(serviceEn(question), RegionNames.en(question.careRegion()), insuredEn(question));
    }

    private static String insuredEn(ConnectionQuestion question) {
        return RegionNames.en(question.insuredRegion());
    }

    private String insuredZh(ConnectionQuestion question) {
        return nameZh(question.insuredRegion());
    }

    /** As the registry's table has it; a province may be known where none of its cities is. */
    private String nameZh(RegionCode region) {
        return regions.find(region) == null ? RegionNames.zh(region) : regions.nameOf(region);
    }

    /** Institutions have names in Chinese alone; the code says which one is meant to who does not read it. */
    private static String nameEn(Institution institution) {
        return institution.name() + " (" + institution.code() + ")";
    }

    private static String serviceZh(ConnectionQuestion question) {
        return question.serviceType().zh();
    }

    private static String serviceEn(ConnectionQuestion question) {
        return question.serviceType().en();
    }

    private static String openFor(
            Institution institution, Function<Capability, String> name, String separator, String none) {
        String names = institution.capabilities().stream().map(name).distinct().collect(Collectors.joining(separator));
        return names.isEmpty() ? none : names;
    }

    private static String plans(ConnectivityRow row, Function<InsurancePlan, String> name, String separator) {
        return row.plans().stream().map(name).collect(Collectors.joining(separator));
    }
}
