package io.crosscare.filing.lodging.web;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.lodging.model.Employer;
import io.crosscare.filing.lodging.model.Ending;
import io.crosscare.filing.lodging.model.FieldDifference;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingBasis;
import io.crosscare.filing.lodging.model.FilingChange;
import io.crosscare.filing.lodging.model.FilingId;
import io.crosscare.filing.lodging.model.FilingTerms;
import io.crosscare.filing.lodging.model.Promise;
import io.crosscare.filing.lodging.model.Referral;
import io.crosscare.filing.lodging.model.Residence;
import io.crosscare.filing.lodging.model.SpecialTreatment;
import io.crosscare.filing.lodging.model.StatedFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A filing as its agency, its person, the hospital that lodged it and the services see it.
 *
 * @param id 备案标识 · of the filing
 * @param category {@link io.crosscare.filing.lodging.model.FilingCategory}
 * @param effectiveTo 截止日 · last day, a day in China; absent where it is open; as lodged where the filing counts on no day
 * @param state {@link io.crosscare.filing.lodging.model.FilingState}
 * @param counts 是否有效力 · whether it counts on its days; false while it waits for a review, when it was rejected, and when it
 *     ended on its first day or before
 * @param channel {@link io.crosscare.filing.lodging.model.FilingChannel}
 * @param reason 补办原因 · as given, numbers of persons masked
 * @param backdated 是否补办 · whether it began before it was recorded
 * @param basis 依据 · what it rests on
 * @param promise 承诺补充 · what was promised for later; absent where nothing was
 * @param treatment 特殊治疗 · the special treatment it is for; absent for none
 * @param replaces 替换的备案 · id of the filing whose place it takes; absent where it takes none
 * @param ending 终止 · how it ended before its time; absent where it did not
 * @param history 经过 · what happened to it
 */
record FilingResponse(
        String id,
        String personId,
        String insuredRegion,
        String careRegion,
        String category,
        String effectiveFrom,
        @Nullable String effectiveTo,
        String state,
        boolean counts,
        String channel,
        @Nullable String reason,
        boolean backdated,
        BasisResponse basis,
        @Nullable PromiseResponse promise,
        @Nullable TreatmentResponse treatment,
        @Nullable String replaces,
        @Nullable EndingResponse ending,
        Instant recordedAt,
        long version,
        List<ChangeResponse> history) {

    /**
     * What a filing rests on.
     *
     * @param lodger 办理人 · who lodged it, {@link io.crosscare.filing.lodging.model.LodgerKind}
     * @param hospital 转出医院 · code of the hospital that lodged it; absent where none did
     * @param vouchedFor 经办担保的事实 · facts nobody stated, which the agency that lodged it has seen, {@link io.crosscare.filing.lodging.model.FactName}
     * @param residence 居住情况 · how the person lives elsewhere, as stated
     * @param employer 用人单位 · who employs the person, as stated
     * @param referral 转诊意见 · the hospital's word, as stated
     * @param treatmentElsewhere 须转外诊治 · whether the illness has to be treated elsewhere, as stated
     * @param materials 申请材料 · codes of the papers shown, as stated
     */
    record BasisResponse(
            String lodger,
            @Nullable String hospital,
            List<String> vouchedFor,
            @Nullable ResidenceResponse residence,
            @Nullable EmployerResponse employer,
            @Nullable ReferralResponse referral,
            @Nullable Boolean treatmentElsewhere,
            @Nullable List<String> materials) {

        private static BasisResponse of(FilingBasis basis) {
            StatedFacts facts = basis.facts();
            InstitutionCode institution = basis.hospital();
            return new BasisResponse(
                    basis.lodger().name(),
                    institution == null ? null : institution.value(),
                    basis.vouchedFor().stream().sorted().map(Enum::name).toList(),
                    ResidenceResponse.of(facts.residence()),
                    EmployerResponse.of(facts.employer()),
                    ReferralResponse.of(facts.referral(), basis.isLevelChecked()),
                    facts.treatmentElsewhere(),
                    facts.materials());
        }
    }

    /**
     * How the person lives elsewhere.
     *
     * @param ground 居住情形 · why the person lives elsewhere, {@link io.crosscare.filing.lodging.model.ResidenceGround}
     * @param awaySince 离开参保地之日 · first day away, a day in China; absent where it was not stated
     */
    record ResidenceResponse(
            String ground,
            @Nullable String awaySince,
            @Nullable String householdRegistration) {

        private static @Nullable ResidenceResponse of(@Nullable Residence residence) {
            if (residence == null) {
                return null;
            }
            LocalDate since = residence.awaySince();
            RegionCode household = residence.householdRegistration();
            return new ResidenceResponse(
                    residence.ground().name(),
                    since == null ? null : since.toString(),
                    household == null ? null : household.value());
        }
    }

    /**
     * Who employs the person.
     *
     * @param insuredRegion 单位参保地 · where the employer takes part in the insurance
     * @param name 单位名称 · as given; absent where it was not
     */
    record EmployerResponse(String insuredRegion, @Nullable String name) {

        private static @Nullable EmployerResponse of(@Nullable Employer employer) {
            return employer == null
                    ? null
                    : new EmployerResponse(employer.insuredRegion().value(), employer.name());
        }
    }

    /**
     * A hospital's word.
     *
     * @param institutionLevel 医院等级 · level of the hospital, {@link io.crosscare.filing.lodging.model.InstitutionLevel}
     * @param levelChecked 等级是否与名录一致 · whether the registry has the hospital at this level; false where it does not know
     * @param doctorTitle 医生职称 · title of the doctor who signed, {@link io.crosscare.filing.lodging.model.DoctorTitle}
     * @param signedOn 医生签字日 · day of the doctor's signature, a day in China
     * @param stamped 医保办公室是否盖章 · whether its insurance office has stamped it
     */
    record ReferralResponse(
            String institutionCode,
            String institutionLevel,
            boolean levelChecked,
            String doctorTitle,
            String signedOn,
            boolean stamped) {

        private static @Nullable ReferralResponse of(@Nullable Referral referral, boolean isLevelChecked) {
            return referral == null
                    ? null
                    : new ReferralResponse(
                            referral.institution().value(),
                            referral.level().name(),
                            isLevelChecked,
                            referral.doctorTitle().name(),
                            referral.signedOn().toString(),
                            referral.isStamped());
        }
    }

    /**
     * What was promised for later.
     *
     * @param dueOn 补充期限 · last day for the papers, a day in China
     * @param state {@link Promise.State}
     */
    record PromiseResponse(LocalDate dueOn, String state) {

        private static @Nullable PromiseResponse of(@Nullable Promise promise) {
            return promise == null
                    ? null
                    : new PromiseResponse(promise.dueOn(), promise.state().name());
        }
    }

    /**
     * A special treatment.
     *
     * @param code 特殊治疗代码 · ST01 to ST18; absent while only the settlement is known that it follows up
     * @param followUpOf 后续治疗 · settlement it follows up; absent where it follows up none
     * @param state {@link SpecialTreatment.State}
     */
    record TreatmentResponse(
            @Nullable String code, @Nullable String followUpOf, String state) {

        private static @Nullable TreatmentResponse of(@Nullable SpecialTreatment treatment) {
            return treatment == null
                    ? null
                    : new TreatmentResponse(
                            treatment.code(),
                            treatment.followUpOf(),
                            treatment.state().name());
        }
    }

    /**
     * How it ended before its time.
     *
     * @param cause 终止原因 · why it ended, {@link Ending.Cause}
     * @param from 终止日 · first day on which it does not count any more, a day in China
     * @param successor 替换后的备案 · id of the filing that took its place; absent where none did
     */
    record EndingResponse(
            String cause, LocalDate from, @Nullable String successor) {

        private static @Nullable EndingResponse of(Filing filing) {
            if (!(filing instanceof Filing.Ended ended)) {
                return null;
            }
            FilingId successor = ended.ending().successor();
            return new EndingResponse(
                    ended.ending().cause().name(), ended.ending().from(), successor == null ? null : successor.value());
        }
    }

    /**
     * A step of the history.
     *
     * @param action 动作 · what was done, {@link FilingChange.Action}
     * @param at 时间 · when, UTC
     * @param by 操作方 · the account that did it
     * @param reason 原因 · as given, numbers of persons masked
     * @param from 生效日 · the day it counts from, a day in China; absent where it is no matter of days
     * @param backdated 是否追溯 · whether it counts for days that had passed when it was done
     * @param fields 变更内容 · what it changed, field by field; for the first step of a filing that takes another's place, what is
     *     different from that one; none where nothing was, or nobody kept it
     */
    record ChangeResponse(
            String action,
            Instant at,
            String by,
            @Nullable String reason,
            @Nullable LocalDate from,
            boolean backdated,
            List<FieldDifferenceResponse> fields) {

        private static ChangeResponse of(FilingChange change) {
            return new ChangeResponse(
                    change.action().name(),
                    change.at(),
                    change.by(),
                    change.reason(),
                    change.from(),
                    change.isBackdated(),
                    change.fields().stream().map(FieldDifferenceResponse::of).toList());
        }
    }

    /**
     * A field that a step has changed.
     *
     * @param field 字段 · as this answer spells it, {@code promise.state}
     * @param before 变更前 · its value before; absent where there was none. Numbers of persons masked
     * @param after 变更后 · its value after; absent where there is none. Numbers of persons masked
     */
    record FieldDifferenceResponse(
            String field, @Nullable String before, @Nullable String after) {

        private static FieldDifferenceResponse of(FieldDifference difference) {
            return new FieldDifferenceResponse(difference.field(), difference.before(), difference.after());
        }
    }

    static FilingResponse of(Filing filing) {
        FilingTerms terms = filing.terms();
        LocalDate to = terms.period().to();
        FilingId replaces = filing.content().replaces();
        return new FilingResponse(
                filing.id().value(),
                terms.personId().value(),
                terms.insuredRegion().value(),
                terms.careRegion().value(),
                terms.category().name(),
                terms.period().from().toString(),
                to == null ? null : to.toString(),
                filing.state().name(),
                filing.counts(),
                terms.channel().name(),
                terms.reason(),
                filing.isBackdated(),
                BasisResponse.of(filing.content().basis()),
                PromiseResponse.of(filing.content().promise()),
                TreatmentResponse.of(filing.content().treatment()),
                replaces == null ? null : replaces.value(),
                EndingResponse.of(filing),
                filing.recordedAt(),
                filing.version(),
                filing.history().stream().map(ChangeResponse::of).toList());
    }
}
