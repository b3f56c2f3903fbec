package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.money.Ratio;
import io.crosscare.settlement.benefit.model.SplitRefusal.Reason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a policy that hold for one bill. Resolving them is the only place that looks at person type, level, trip and
 * special treatment; the arithmetic that follows does not ask again.
 *
 * @param upfront the transfer's upfront share, null where none is due
 * @param deductible null where there is none
 * @param ceiling null where there is none
 */
public record Terms(
        @Nullable Figure<Ratio> upfront,
        @Nullable DeductibleTerms deductible,
        EffectiveRatio ratio,
        @Nullable Figure<Money> ceiling,
        @Nullable LargeAmountFund largeAmount,
        @Nullable SeriousIllnessInsurance seriousIllness,
        Readings readings)
        implements TermsOutcome {

    static TermsOutcome resolve(PolicyPack pack, Circumstances circumstances) {
        if (!pack.governs(circumstances)) {
            throw new IllegalArgumentException("pack " + pack.name() + " does not govern this bill");
        }
        ServiceBenefit benefit = pack.services().get(circumstances.serviceType());
        if (benefit == null) {
            return SplitRefusal.of(
                    Reason.SERVICE_NOT_COVERED,
                    "参保地政策没有该类医疗服务的待遇",
                    "the insured region's policy has no benefit for this kind of service");
        }
        TransferRule transfer = pack.transfer();
        TransferRule applied = transfer != null && transfer.appliesTo(circumstances) ? transfer : null;
        return new Resolution(pack, benefit, applied, circumstances).terms();
    }

    /** One resolution: what is asked of the tables, with the transfer rule only where it applies. */
    private record Resolution(
            PolicyPack pack,
            ServiceBenefit benefit,
            @Nullable TransferRule transfer,
            Circumstances circumstances) {

        TermsOutcome terms() {
            Optional<EffectiveRatio> ratio = ratio();
            if (ratio.isEmpty()) {
                return unknown("支付比例", "reimbursement ratio");
            }
            DeductibleRule rule = benefit.deductible();
            DeductibleTerms deductible = rule == null ? null : deductible(rule, ratio.get());
            if (rule != null && deductible == null) {
                return unknown("起付标准", "deductible");
            }
            FigureTable<Money> ceilings = benefit.ceiling();
            Figure<Money> ceiling = ceilings == null ? null : find(ceilings, circumstances.level());
            if (ceilings != null && ceiling == null) {
                return unknown("年度最高支付限额", "annual ceiling");
            }
            return new Terms(
                    transfer == null ? null : transfer.termsFor(circumstances).upfront(),
                    deductible,
                    ratio.get(),
                    ceiling,
                    benefit.largeAmount(),
                    pack.seriousIllness(),
                    pack.readings());
        }

        private Optional<EffectiveRatio> ratio() {
            Optional<Figure<Ratio>> own = benefit.ratios().find(circumstances.personType(), circumstances.level());
            if (transfer == null) {
                return own.map(EffectiveRatio.Own::new);
            }
            TransferRule.Terms terms = transfer.termsFor(circumstances);
            Figure<Ratio> share = terms.clinicShare();
            Figure<Integer> shift = terms.ratioShift();
            if (share != null) {
                return Optional.ofNullable(transfer.clinicRatios().get(circumstances.serviceType()))
                        .map(clinic -> new EffectiveRatio.ClinicShare(clinic, share));
            }
            return shift == null
                    ? own.map(EffectiveRatio.Own::new)
                    : own.map(base -> new EffectiveRatio.Shifted(base, shift));
        }

        private @Nullable DeductibleTerms deductible(DeductibleRule rule, EffectiveRatio ratio) {
            Figure<DeductibleLevel> reading =
                    transfer != null && ratio instanceof EffectiveRatio.ClinicShare ? transfer.deductibleLevel() : null;
            Figure<Money> amount = find(rule.amounts(), levelBy(reading));
            if (amount == null) {
                return null;
            }
            return switch (rule) {
                case DeductibleRule.Yearly _ -> new DeductibleTerms.Yearly(amount, reading);
                case DeductibleRule.PerAdmission(var _, var shares) ->
                    new DeductibleTerms.PerAdmission(amount, reading, shares);
            };
        }

        private InstitutionLevel levelBy(@Nullable Figure<DeductibleLevel> reading) {
            if (reading == null) {
                return circumstances.level();
            }
            return switch (reading.value()) {
                case INSTITUTION_OF_CARE -> circumstances.level();
                case OWN_CLINIC -> InstitutionLevel.COM;
            };
        }

        private <V> @Nullable Figure<V> find(FigureTable<V> table, InstitutionLevel level) {
            return table.find(circumstances.personType(), level).orElse(null);
        }

        private SplitRefusal unknown(String zh, String en) {
            return SplitRefusal.of(
                    Reason.POLICY_MISSING,
                    "参保地政策缺少该人员类别和医院等级的" + zh,
                    "the insured region's policy has no " + en + " for this person type and level");
        }
    }
}
