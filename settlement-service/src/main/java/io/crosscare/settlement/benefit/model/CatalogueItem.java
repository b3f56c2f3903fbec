package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.money.Ratio;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One drug, treatment item or facility standard of a catalogue.
 *
 * @param upfrontRatios of class B, the share the person pays first, by plan as the national code has it (310, 390, 330); what
 *     is absent is {@link Ratio#NONE}, which is how a waiver is written
 * @param unitLimitMillionths price limit of one unit in 1/1,000,000 yuan by level of the institution of care; absent is none
 * @param lineLimit price limit of a whole line, null where there is none
 */
public record CatalogueItem(
        String code,
        String name,
        ItemKind kind,
        ItemClass itemClass,
        Map<InsurancePlan, Ratio> upfrontRatios,
        Map<InstitutionLevel, Long> unitLimitMillionths,
        @Nullable Money lineLimit) {

    /** 1/10,000 units times 1/1,000,000 yuan is 10<sup>-10</sup> yuan: so many are one fen. */
    private static final long PER_FEN = 100_000_000L;

    public CatalogueItem {
        upfrontRatios = EnumTable.copyOf(InsurancePlan.class, upfrontRatios);
        unitLimitMillionths = EnumTable.copyOf(InstitutionLevel.class, unitLimitMillionths);
        if (itemClass != ItemClass.B && upfrontRatios.values().stream().anyMatch(ratio -> !ratio.isZero())) {
            throw new IllegalArgumentException("only class B has an upfront ratio");
        }
    }

    Ratio upfrontRatioFor(InsurancePlan plan) {
        Ratio ratio = upfrontRatios.get(plan);
        return ratio == null ? Ratio.NONE : ratio;
    }

    /**
     * The most a line of this item may count with at a level, as a magnitude; null where nothing limits it. Half-up to the
     * fen, as fee lines are.
     */
    @Nullable
    Money limitFor(FeeLine line, InstitutionLevel level) {
        Long perUnit = unitLimitMillionths.get(level);
        if (perUnit == null) {
            return lineLimit;
        }
        long product = Math.multiplyExact(Math.abs(line.quantityTenThousandths()), perUnit);
        Money byUnit = Money.ofFen(Ratio.divideHalfUp(product, PER_FEN));
        return lineLimit == null ? byUnit : byUnit.min(lineLimit);
    }
}
