package io.crosscare.filing.lodging.web;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.lodging.model.Admission;
import io.crosscare.filing.lodging.model.CategoryRule;
import io.crosscare.filing.lodging.model.ChangeRule;
import io.crosscare.filing.lodging.model.ChannelRule;
import io.crosscare.filing.lodging.model.Clause;
import io.crosscare.filing.lodging.model.Condition;
import io.crosscare.filing.lodging.model.DoctorTitle;
import io.crosscare.filing.lodging.model.FilingCategory;
import io.crosscare.filing.lodging.model.FilingChannel;
import io.crosscare.filing.lodging.model.InstitutionLevel;
import io.crosscare.filing.lodging.model.LodgerKind;
import io.crosscare.filing.lodging.model.Material;
import io.crosscare.filing.lodging.model.PlacesRule;
import io.crosscare.filing.lodging.model.PromiseRule;
import io.crosscare.filing.lodging.model.RegionRules;
import io.crosscare.filing.lodging.model.ReminderRule;
import io.crosscare.filing.lodging.model.ResidenceGround;
import io.crosscare.filing.lodging.model.SourcesRule;
import io.crosscare.filing.lodging.model.TreatmentRule;
import io.crosscare.filing.lodging.model.Validity;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The filing rules of one pooling region.
 *
 * @param home 本地范围 · regions where care is care at home
 * @param populations 备案对象 · which plan has which categories
 * @param categories 备案类别 · category by category
 * @param channels 办理渠道 · by which ways filings come
 * @param promise 承诺补充 · filing first and bringing the papers later; absent where there is none
 * @param places 多个就医地 · several places at once; absent where nothing is said
 * @param changes 变更 · what may be changed, and what becomes of a second filing for the same place and days
 * @param treatments 特殊治疗 · the special treatments; absent where the region has none
 * @param reminders 提醒 · when people are told
 * @param sources 来源起始 · how far back the sources of the rules speak; absent where nothing is said of it
 */
record RegionRulesResponse(
        String insuredRegion,
        List<String> home,
        ClauseResponse populations,
        List<CategoryResponse> categories,
        List<ChannelResponse> channels,
        @Nullable PromiseRuleResponse promise,
        @Nullable PlacesResponse places,
        ChangesResponse changes,
        @Nullable TreatmentsResponse treatments,
        RemindersResponse reminders,
        @Nullable SourcesResponse sources) {

    /** A rule as people read it, and where it stands. */
    record ClauseResponse(String zh, String en, String source, String mark) {

        private static ClauseResponse of(Clause clause) {
            return new ClauseResponse(
                    clause.zh(), clause.en(), clause.source(), clause.mark().zh());
        }
    }

    /**
     * A filing category.
     *
     * @param category {@link FilingCategory}
     * @param zh 名称 · in Chinese
     * @param admissions 适用人员 · who may file
     * @param conditions 备案条件 · all of which have to be met
     * @param validity 有效期 · how long a filing counts; absent: until it is changed
     * @param materials 所需材料 · what the person brings
     */
    record CategoryResponse(
            String category,
            String zh,
            List<AdmissionResponse> admissions,
            List<ConditionResponse> conditions,
            @Nullable ValidityResponse validity,
            List<MaterialResponse> materials) {

        private static CategoryResponse of(CategoryRule rule, LocalDate day) {
            return new CategoryResponse(
                    rule.category().name(),
                    rule.category().zh(),
                    rule.admissions().stream().map(AdmissionResponse::of).toList(),
                    rule.conditionsOn(day).stream().map(ConditionResponse::of).toList(),
                    rule.validity().on(day).map(ValidityResponse::of).orElse(null),
                    rule.materials().stream().map(MaterialResponse::of).toList());
        }
    }

    /**
     * Who of a plan may file.
     *
     * @param plan {@link io.crosscare.filing.insured.model.InsurancePlan}
     * @param personTypes {@link io.crosscare.filing.insured.model.PersonType}
     * @param householdRegistrations 户籍地范围 · where the household has to be registered; none: anywhere
     * @param clause 条款 · where it is stated
     */
    record AdmissionResponse(
            String plan, List<String> personTypes, List<String> householdRegistrations, ClauseResponse clause) {

        private static AdmissionResponse of(Admission admission) {
            return new AdmissionResponse(
                    admission.plan().name(),
                    names(admission.personTypes()),
                    codes(admission.householdRegistrations()),
                    ClauseResponse.of(admission.clause()));
        }
    }

    /**
     * A condition.
     *
     * @param fact 事实 · what is asked for, {@link io.crosscare.filing.lodging.model.FactName}
     * @param grounds 可接受的情形 · grounds of residence that are accepted; absent for other facts
     * @param institutionLevels 医院等级 · levels that are accepted; absent for other facts, {@link InstitutionLevel}
     * @param doctorTitles 医生职称 · titles that are accepted; absent for other facts, {@link DoctorTitle}
     * @param clause 条款 · where it is stated
     */
    record ConditionResponse(
            String fact,
            @Nullable List<GroundResponse> grounds,
            @Nullable List<String> institutionLevels,
            @Nullable List<String> doctorTitles,
            ClauseResponse clause) {

        private static ConditionResponse of(Condition condition) {
            ClauseResponse clause = ClauseResponse.of(condition.clause());
            String fact = condition.fact().name();
            return switch (condition) {
                case Condition.LivesElsewhere lives ->
                    new ConditionResponse(
                            fact,
                            lives.grounds().stream().map(GroundResponse::of).toList(),
                            null,
                            null,
                            clause);
                case Condition.Referred referred ->
                    new ConditionResponse(fact, null, names(referred.levels()), names(referred.doctorTitles()), clause);
                case Condition.EmployedAtHome _, Condition.TreatedElsewhere _ ->
                    new ConditionResponse(fact, null, null, null, clause);
            };
        }
    }

    /**
     * A ground of residence.
     *
     * @param ground 居住情形 · why the person lives elsewhere, {@link ResidenceGround}
     * @param zh 名称 · in Chinese
     * @param monthsAwayMin 最短住外月数 · months away without a break; absent where none are asked for
     */
    record GroundResponse(
            String ground, String zh, @Nullable Integer monthsAwayMin) {

        private static GroundResponse of(Condition.LivesElsewhere.Ground ground) {
            return new GroundResponse(ground.ground().name(), ground.ground().zh(), ground.monthsAwayMin());
        }
    }

    /**
     * How long a filing counts.
     *
     * @param months 月数 · in months, from its first day
     * @param clause 条款 · where it is stated
     */
    record ValidityResponse(int months, ClauseResponse clause) {

        private static ValidityResponse of(Validity validity) {
            return new ValidityResponse(validity.months(), ClauseResponse.of(validity.clause()));
        }
    }

    /**
     * A paper.
     *
     * @param code 材料代码 · stable name
     * @param plans 险种 · which plans; none: all, {@link io.crosscare.filing.insured.model.InsurancePlan}
     * @param channels 办理渠道 · where it is asked for; none: everywhere, {@link FilingChannel}
     * @param clause 条款 · where it is stated
     */
    record MaterialResponse(
            String code, String zh, String en, List<String> plans, List<String> channels, ClauseResponse clause) {

        private static MaterialResponse of(Material material) {
            return new MaterialResponse(
                    material.code(),
                    material.zh(),
                    material.en(),
                    names(material.plans()),
                    names(material.channels()),
                    ClauseResponse.of(material.clause()));
        }
    }

    /**
     * A way by which filings come.
     *
     * @param channel {@link FilingChannel}
     * @param zh 名称 · in Chinese
     * @param open 是否开通 · whether it is open, or announced only
     * @param categories 备案类别 · which categories; none: all, {@link FilingCategory}
     * @param lodgers 可办理人 · who may use it beside the agency, {@link LodgerKind}
     * @param reviewed 是否须审核 · whether the agency reviews what others lodge
     * @param clause 条款 · where it is stated
     */
    record ChannelResponse(
            String channel,
            String zh,
            boolean open,
            List<String> categories,
            List<String> lodgers,
            boolean reviewed,
            ClauseResponse clause) {

        private static ChannelResponse of(ChannelRule rule) {
            return new ChannelResponse(
                    rule.channel().name(),
                    rule.channel().zh(),
                    rule.isOpen(),
                    names(rule.categories()),
                    names(rule.lodgers()),
                    rule.isReviewed(),
                    ClauseResponse.of(rule.clause()));
        }
    }

    /**
     * Filing on a promise.
     *
     * @param plans 险种 · which plans; none: all, {@link io.crosscare.filing.insured.model.InsurancePlan}
     * @param categories 备案类别 · which categories; none: all, {@link FilingCategory}
     * @param deadlineDays 补充期限 · days from lodging until the papers are due
     * @param deadline 期限条款 · where the deadline is stated
     * @param lockedMonths 锁定期 · months in which it may not be changed or withdrawn; 0: none
     * @param clause 条款 · where it is stated
     */
    record PromiseRuleResponse(
            List<String> plans,
            List<String> categories,
            int deadlineDays,
            ClauseResponse deadline,
            int lockedMonths,
            ClauseResponse clause) {

        private static PromiseRuleResponse of(PromiseRule rule) {
            return new PromiseRuleResponse(
                    names(rule.plans()),
                    names(rule.categories()),
                    rule.deadlineDays(),
                    ClauseResponse.of(rule.deadline()),
                    rule.lockedMonths(),
                    ClauseResponse.of(rule.clause()));
        }
    }

    /**
     * Several long-term places at once.
     *
     * @param placesMax 数量上限 · how many at most; absent where none is stated
     * @param besidesPromise 可否含承诺备案 · whether one of several may be filed on a promise
     * @param clause 条款 · where it is stated
     */
    record PlacesResponse(@Nullable Integer placesMax, boolean besidesPromise, ClauseResponse clause) {

        private static PlacesResponse of(PlacesRule rule) {
            return new PlacesResponse(
                    rule.placesMax() == 0 ? null : rule.placesMax(),
                    rule.besidesPromise(),
                    ClauseResponse.of(rule.clause()));
        }
    }

    /**
     * What may be changed.
     *
     * @param interchangeable 可互换类别 · categories that may be changed into each other, {@link FilingCategory}
     * @param clause 条款 · where it is stated
     * @param overlap 重复备案 · what becomes of a second filing for the same place and days
     */
    record ChangesResponse(List<String> interchangeable, ClauseResponse clause, ClauseResponse overlap) {

        private static ChangesResponse of(ChangeRule rule) {
            return new ChangesResponse(
                    names(rule.interchangeable()), ClauseResponse.of(rule.clause()), ClauseResponse.of(rule.overlap()));
        }
    }

    /**
     * The special treatments.
     *
     * @param categories 备案类别 · which categories; none: all, {@link FilingCategory}
     * @param confirmedByLodging 办理即确认 · whether the agency confirms it by lodging the filing itself
     * @param treatments 目录 · the list
     * @param clause 条款 · where it is stated
     */
    record TreatmentsResponse(
            List<String> categories,
            boolean confirmedByLodging,
            List<ListedTreatmentResponse> treatments,
            ClauseResponse clause) {

        private static @Nullable TreatmentsResponse of(@Nullable TreatmentRule rule) {
            return rule == null
                    ? null
                    : new TreatmentsResponse(
                            names(rule.categories()),
                            rule.isConfirmedByLodging(),
                            rule.treatments().stream()
                                    .map(one -> new ListedTreatmentResponse(one.code(), one.zh()))
                                    .toList(),
                            ClauseResponse.of(rule.clause()));
        }
    }

    /**
     * One special treatment of the list.
     *
     * @param code 特殊治疗代码 · ST01 to ST18
     * @param zh 名称 · as the source prints it
     */
    record ListedTreatmentResponse(String code, String zh) {}

    /**
     * When people are told.
     *
     * @param endingDays 到期提醒 · days before the last day of a filing
     * @param promiseDays 补充提醒 · days before promised papers are due
     * @param clause 条款 · where it is stated
     */
    record RemindersResponse(int endingDays, int promiseDays, ClauseResponse clause) {

        private static RemindersResponse of(ReminderRule rule) {
            return new RemindersResponse(rule.endingDays(), rule.promiseDays(), ClauseResponse.of(rule.clause()));
        }
    }

    /**
     * How far back the sources speak; a filing that begins before is taken with a warning.
     *
     * @param from 起始日 · first day they speak of, a day in China
     * @param clause 条款 · where it is stated
     */
    record SourcesResponse(LocalDate from, ClauseResponse clause) {

        private static @Nullable SourcesResponse of(@Nullable SourcesRule rule) {
            return rule == null ? null : new SourcesResponse(rule.from(), ClauseResponse.of(rule.clause()));
        }
    }

    static RegionRulesResponse of(RegionRules rules, LocalDate day) {
        return new RegionRulesResponse(
                rules.region().value(),
                codes(rules.home()),
                ClauseResponse.of(rules.populations()),
                rules.categories().stream()
                        .map(category -> CategoryResponse.of(category, day))
                        .toList(),
                rules.channels().stream().map(ChannelResponse::of).toList(),
                rules.promise().on(day).map(PromiseRuleResponse::of).orElse(null),
                rules.places().on(day).map(PlacesResponse::of).orElse(null),
                ChangesResponse.of(rules.changes()),
                TreatmentsResponse.of(rules.treatments()),
                RemindersResponse.of(rules.reminders()),
                SourcesResponse.of(rules.sources()));
    }

    private static <E extends Enum<E>> List<String> names(Collection<E> constants) {
        return constants.stream().sorted().map(Enum::name).toList();
    }

    private static List<String> codes(Collection<RegionCode> regions) {
        return regions.stream().sorted().map(RegionCode::value).toList();
    }
}
