package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.money.Ratio;
import java.util.List;

/**
 * What an amount rests on: a figure or reading of the policy, a clause, or the catalogue.
 *
 * @param id 依据编号 · the figure's, {@code ZJ.EMP.OP.DED.RET}; of a clause {@code RULE.…}
 * @param value 数值 · as people read it; empty for a clause
 * @param mark 官方, 邻近年份 or 假设
 * @param markEn documented, nearest-year or assumed
 */
public record Reference(String id, String value, String source, String mark, String markEn) {

    /** To a figure or reading, whose value is put as people read it. */
    static Reference to(String id, Object value, String source, Confidence confidence) {
        return of(id, valueOf(value), source, confidence);
    }

    /** Whether no official text states it. */
    public boolean hasNoOfficialText() {
        return mark.equals(Confidence.ASSUMED.mark());
    }

    public static Reference of(String id, String value, String source, Confidence confidence) {
        return new Reference(id, value, source, confidence.mark(), confidence.word());
    }

    private static String valueOf(Object value) {
        return switch (value) {
            case Money amount -> Yuan.of(amount) + " 元";
            case Ratio ratio -> ratio.toPercent();
            case Integer shift -> pointsOf(shift);
            case List<?> bands ->
                String.join("；", bands.stream().map(Reference::bandOf).toList());
            case UpfrontBase base ->
                switch (base) {
                    case ELIGIBLE_COST -> "以符合政策范围金额为基数";
                    case COST_BEFORE_CLASS_B -> "以乙类先行自付前的金额为基数";
                };
            case CeilingBasis basis ->
                switch (basis) {
                    case FUND_PAY -> "限基金支付";
                    case COST -> "限费用";
                };
            case AccountScope scope ->
                switch (scope) {
                    case ALL_PERSONAL -> "可付全部个人部分";
                    case IN_SCOPE_ONLY -> "只付政策范围内个人部分";
                };
            case DeductibleLevel level ->
                switch (level) {
                    case INSTITUTION_OF_CARE -> "按就诊医院";
                    case OWN_CLINIC -> "按本人签约基层机构";
                };
            case YearEnd yearEnd ->
                switch (yearEnd) {
                    case BY_DISCHARGE -> "跨年度住院全部计入出院年度";
                    case BY_DAYS -> "跨年度住院按天数分入各年度";
                };
            case CatalogueOwner owner ->
                switch (owner) {
                    case INSURED_REGION -> "参保地目录";
                    case INSURED_PROVINCE -> "参保省统一目录";
                    case CARE_REGION -> "就医地目录";
                };
            default -> throw new IllegalArgumentException("no figure has a value of " + value.getClass());
        };
    }

    private static String pointsOf(int basisPoints) {
        String size = new Ratio(Math.abs(basisPoints)).toPercent().replace("%", "");
        return (basisPoints < 0 ? "−" : "+") + size + " 个百分点";
    }

    private static String bandOf(Object band) {
        RatioBand one = (RatioBand) band;
        Money upTo = one.upTo();
        String end = upTo == null ? "以上" : "–" + Yuan.of(upTo);
        return Yuan.of(one.above()) + end + " " + one.ratio().toPercent();
    }
}
