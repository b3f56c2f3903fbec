package io.crosscare.filing.lodging;

import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.lodging.model.Clause;
import io.crosscare.filing.lodging.model.Decision;
import io.crosscare.filing.lodging.model.DoctorTitle;
import io.crosscare.filing.lodging.model.FilingCategory;
import io.crosscare.filing.lodging.model.FilingChannel;
import io.crosscare.filing.lodging.model.InstitutionLevel;
import io.crosscare.filing.lodging.model.Material;
import io.crosscare.filing.lodging.model.ResidenceGround;
import io.crosscare.filing.lodging.model.Shortcoming;
import io.crosscare.filing.refusal.Refusal;
import io.crosscare.filing.refusal.RefusalReason;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Words a refused application: the condition that is not met, where it stands, and what would meet it. */
public final class FilingRefusals {

    private FilingRefusals() {}

    public static Refusal of(Decision.Refused decision, RegionCode insuredRegion, LocalDate day) {
        Clause clause = decision.clause();
        return new Refusal(
                RefusalReason.FILING_NOT_ELIGIBLE,
                Text.of("不符合备案条件：" + clause.zh(), "Not eligible for this filing: " + clause.en()),
                nextStep(decision),
                insuredRegion,
                day,
                facts(decision));
    }

    private static Text nextStep(Decision.Refused decision) {
        return switch (decision) {
            case Decision.CategoryClosed closed
            when closed.open().isEmpty() ->
                Text.of("该险种不能备案，请联系参保地经办机构", "This plan has no filings; ask the agency of the insured region");
            case Decision.CategoryClosed closed ->
                Text.of(
                        "可改按以下类别备案：" + namesZh(closed.open()),
                        "File under one of these: " + namesEn(closed.open(), FilingCategory::en));
            case Decision.PersonTypeNotAdmitted _ ->
                Text.of(
                        "请核对参保人员类别，类别有误请先在参保地更正，否则改按其他类别备案",
                        "Check the person type; have it corrected at the insured region or file under another"
                                + " category");
            case Decision.HouseholdElsewhere _ ->
                Text.of(
                        "持本地户籍证明到参保地经办机构更新户籍信息后再备案，或改按转外就诊备案",
                        "Bring proof of local household registration to the agency and file again, or file for a"
                                + " transfer");
            case Decision.ChannelClosed closed ->
                Text.of(
                        "可通过以下渠道办理："
                                + closed.open().stream()
                                        .sorted()
                                        .map(channel -> channel.zh())
                                        .collect(Collectors.joining("、")),
                        "File by one of these: " + namesEn(closed.open(), FilingChannel::en));
            case Decision.PromiseNotAdmitted _ ->
                Text.of("请备齐材料后备案，不作承诺", "Bring the papers and file without a promise");
            case Decision.ConditionNotMet broken -> whatMeets(broken.shortcoming());
            case Decision.PeriodTooLong tooLong -> {
                int months = tooLong.validity().months();
                yield Text.of(
                        "请将截止日期改为起始日起 " + months + " 个月以内，或不填截止日期",
                        "End the filing within " + months + " months of its first day, or leave the end out");
            }
            case Decision.PlacesTaken taken -> whatMakesPlace(taken.remedy());
            case Decision.PromiseLocked locked ->
                Text.of("请于 " + locked.until() + " 及以后办理", "Ask again on " + locked.until() + " or later");
            case Decision.CategoryNotChangeable _ -> Text.of("请撤销原备案后重新备案", "Withdraw this filing and lodge another");
            case Decision.TreatmentNotAdmitted _ ->
                Text.of(
                        "请核对特殊治疗代码和备案类别，或不填特殊治疗",
                        "Check the treatment's code and the category, or leave the treatment out");
        };
    }

    private static Text whatMakesPlace(Decision.PlacesTaken.Remedy remedy) {
        return switch (remedy) {
            case PAPERS -> Text.of("请备齐材料后备案，不作承诺", "Bring the papers and file without a promise");
            case SUPPLEMENT -> Text.of("请先为已有的承诺备案补齐材料", "Bring the papers of the filing that was promised before");
            case PAPERS_AND_SUPPLEMENT ->
                Text.of(
                        "请先为已有的承诺备案补齐材料，再备齐本次材料备案",
                        "Bring the papers of the filing that was promised before, then file with papers, without a"
                                + " promise");
            case FEWER_PLACES ->
                Text.of("请变更或撤销已有的长期备案，或按转外就诊备案", "Change or withdraw a long-term filing, or file for a transfer");
        };
    }

    private static Text whatMeets(Shortcoming shortcoming) {
        return switch (shortcoming) {
            case Shortcoming.NotStated missing ->
                Text.of(
                        "请填写" + missing.fact().zh() + "，或到窗口办理",
                        "State " + missing.fact().en() + ", or come to the counter");
            case Shortcoming.GroundNotAccepted refused ->
                Text.of(
                        "可按以下情形备案："
                                + refused.accepted().stream()
                                        .sorted()
                                        .map(ground -> ground.zh())
                                        .collect(Collectors.joining("、")),
                        "One of these grounds is needed: " + namesEn(refused.accepted(), ResidenceGround::en));
            case Shortcoming.NotAwayLongEnough early ->
                Text.of(
                        "连续住外满" + early.months() + "个月后（" + early.enoughOn() + " 起）可备案",
                        "File from " + early.enoughOn() + " on, after " + early.months() + " months away");
            case Shortcoming.HouseholdNotMoved _ ->
                Text.of(
                        "请提供已迁入就医地的户籍证明，或按其他情形备案",
                        "Prove a household registration in the care region, or file on another ground");
            case Shortcoming.EmployerElsewhere _ ->
                Text.of(
                        "请核对用人单位参保地，或按异地长期居住备案",
                        "Check where the employer is insured, or file as a long-term resident");
            case Shortcoming.TreatableAtHome _ ->
                Text.of("请在参保地就医，无需备案", "Be treated at home, where no filing is needed");
            case Shortcoming.HospitalElsewhere _ ->
                Text.of("请由参保地的定点医院出具转诊意见", "Have a hospital of the insured region refer the person");
            case Shortcoming.LevelNotAccepted _ -> Text.of("请由三级医院出具转诊意见", "Have a tertiary hospital refer the person");
            case Shortcoming.LevelDiffers differs ->
                Text.of(
                        "填写的医院等级为 " + nameZh(differs.stated()) + "，名录登记为 " + nameZh(differs.registered()) + "，请核对后重新填写",
                        "The hospital is stated as " + nameEn(differs.stated()) + " and registered as "
                                + nameEn(differs.registered())
                                + "; check and state it again");
            case Shortcoming.TitleNotAccepted refused ->
                Text.of(
                        "请由以下职称的医生签字："
                                + refused.accepted().stream()
                                        .sorted()
                                        .map(title -> title.zh())
                                        .collect(Collectors.joining("、")),
                        "Have it signed by one of these: " + namesEn(refused.accepted(), DoctorTitle::en));
            case Shortcoming.NotStamped _ ->
                Text.of("请由转出医院医保办公室盖章", "Have it stamped by the insurance office of the hospital that refers");
            case Shortcoming.MaterialsMissing lacking ->
                Text.of(
                        "请补充材料：" + lacking.missing().stream().map(Material::zh).collect(Collectors.joining("、")),
                        "Bring: " + lacking.missing().stream().map(Material::en).collect(Collectors.joining(", ")));
        };
    }

    private static Map<String, Object> facts(Decision.Refused decision) {
        Clause clause = decision.clause();
        Map<String, Object> facts = new HashMap<>();
        facts.put("condition", clause.zh());
        facts.put("conditionEn", clause.en());
        facts.put("source", clause.source());
        facts.put("mark", clause.mark().zh());
        switch (decision) {
            case Decision.CategoryClosed closed -> facts.put("openCategories", names(closed.open()));
            case Decision.PersonTypeNotAdmitted refused -> facts.put("materials", namesZh(refused.materials()));
            case Decision.HouseholdElsewhere refused -> facts.put("materials", namesZh(refused.materials()));
            case Decision.ChannelClosed closed -> facts.put("openChannels", names(closed.open()));
            case Decision.ConditionNotMet broken -> {
                facts.put("fact", broken.shortcoming().fact().name());
                facts.put("materials", namesZh(broken.materials()));
            }
            case Decision.PeriodTooLong tooLong ->
                facts.put("validityMonths", tooLong.validity().months());
            case Decision.PromiseLocked locked ->
                facts.put("lockedUntil", locked.until().toString());
            case Decision.PromiseNotAdmitted refused -> facts.put("openCategories", names(refused.open()));
            case Decision.PlacesTaken _, Decision.CategoryNotChangeable _, Decision.TreatmentNotAdmitted _ -> {}
        }
        return facts;
    }

    private static List<String> namesZh(List<Material> materials) {
        return materials.stream().map(Material::zh).toList();
    }

    private static <E extends Enum<E>> List<String> names(Collection<E> constants) {
        return constants.stream().sorted().map(Enum::name).toList();
    }

    private static <E extends Enum<E>> String namesEn(Collection<E> constants, Function<E, String> name) {
        return constants.stream().sorted().map(name).collect(Collectors.joining(", "));
    }

    private static String nameZh(InstitutionLevel level) {
        return level.zh() + "（" + level + "）";
    }

    private static String nameEn(InstitutionLevel level) {
        return level.en() + " (" + level + ")";
    }

    private static String namesZh(Set<FilingCategory> categories) {
        return categories.stream().sorted().map(FilingCategory::zh).collect(Collectors.joining("、"));
    }
}
