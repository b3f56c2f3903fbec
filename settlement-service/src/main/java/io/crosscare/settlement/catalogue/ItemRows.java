package io.crosscare.settlement.catalogue;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.money.Ratio;
import io.crosscare.settlement.benefit.model.CatalogueItem;
import io.crosscare.settlement.benefit.model.InstitutionLevel;
import io.crosscare.settlement.benefit.model.InsurancePlan;
import io.crosscare.settlement.benefit.model.ItemClass;
import io.crosscare.settlement.benefit.model.ItemKind;
import io.crosscare.settlement.document.CsvRow;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows into items and says everything that is wrong with each. Many items have the same ratios and limits: equal ones are
 * kept once, for a catalogue may have two hundred thousand rows.
 */
final class ItemRows {

    static final List<String> COLUMNS = List.of(
            "code",
            "name",
            "kind",
            "class",
            "upfront_bp_employee",
            "upfront_bp_resident",
            "upfront_bp_special",
            "limit_l1",
            "limit_l2",
            "limit_l3",
            "limit_line");

    private static final Map<InsurancePlan, Integer> UPFRONT =
            Map.of(InsurancePlan.EMPLOYEE, 4, InsurancePlan.RESIDENT, 5, InsurancePlan.SPECIAL, 6);
    private static final int UPFRONT_FIRST = 4;
    private static final int UNIT_LIMIT = 7;
    private static final int LINE_LIMIT = 10;
    private static final int NAME_MAX = 200;
    private static final int UNIT_DECIMALS = 6;
    private static final int LINE_DECIMALS = 2;

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,39}");
    private static final Pattern BASIS_POINTS = Pattern.compile("[0-9]{1,5}");
    private static final Pattern YUAN = Pattern.compile("([0-9]{1,9})(?:\\.([0-9]{1,6}))?");
    private static final long MILLION = 1_000_000;

    private final Consumer<CatalogueFlaw> flaws;
    private final Map<Map<InsurancePlan, Ratio>, Map<InsurancePlan, Ratio>> ratios = new HashMap<>();
    private final Map<Map<InstitutionLevel, Long>, Map<InstitutionLevel, Long>> limits = new HashMap<>();
    private boolean isSound;

    ItemRows(Consumer<CatalogueFlaw> flaws) {
        this.flaws = flaws;
    }

    /** The item of a row; empty where anything of it is wrong, which is then said. */
    Optional<CatalogueItem> item(CsvRow row) {
        isSound = true;
        if (row.fields().size() != COLUMNS.size()) {
            flaw(
                    row,
                    "row",
                    "column-count",
                    "应有 " + COLUMNS.size() + " 列",
                    "has " + row.fields().size() + " fields, not " + COLUMNS.size());
            return Optional.empty();
        }
        checkNames(row);
        Optional<ItemKind> kind = oneOf(row, 2, ItemKind.class);
        Optional<ItemClass> itemClass = oneOf(row, 3, ItemClass.class);
        Map<InsurancePlan, Ratio> upfront =
                itemClass.map(found -> upfrontRatios(row, found)).orElse(Map.of());
        Map<InstitutionLevel, Long> unitLimits = unitLimits(row);
        @Nullable
        Money lineLimit =
                optionalYuan(row, LINE_LIMIT, LINE_DECIMALS).map(ItemRows::fen).orElse(null);
        if (!isSound) {
            return Optional.empty();
        }
        return Optional.of(new CatalogueItem(
                row.field(0),
                row.field(1).strip(),
                kind.orElseThrow(),
                itemClass.orElseThrow(),
                ratios.computeIfAbsent(upfront, Map::copyOf),
                limits.computeIfAbsent(unitLimits, Map::copyOf),
                lineLimit));
    }

    private void checkNames(CsvRow row) {
        if (!CODE.matcher(row.field(0)).matches()) {
            flaw(row, "code", "code", "项目编码格式不正确", "must be 1 to 40 letters, digits, dots or hyphens");
        }
        String name = row.field(1).strip();
        if (name.isEmpty()) {
            flaw(row, "name", "required", "项目名称不能为空", "must not be empty");
        } else if (name.length() > NAME_MAX || name.chars().anyMatch(Character::isISOControl)) {
            flaw(
                    row,
                    "name",
                    "text",
                    "应为不超过 200 个字符的文字，不含控制字符",
                    "must be text of at most 200 characters without control characters");
        }
    }

    private Map<InsurancePlan, Ratio> upfrontRatios(CsvRow row, ItemClass itemClass) {
        Map<InsurancePlan, Ratio> found = new EnumMap<>(InsurancePlan.class);
        if (itemClass == ItemClass.B
                && UPFRONT.values().stream()
                        .allMatch(column -> row.field(column).isEmpty())) {
            flaw(row, COLUMNS.get(UPFRONT_FIRST), "required", "乙类缺少先行自付比例", "class B lacks its upfront ratios");
            return found;
        }
        UPFRONT.forEach((plan, column) -> {
            String text = row.field(column);
            if (itemClass == ItemClass.B) {
                ratio(row, column, text).ifPresent(ratio -> found.put(plan, ratio));
            } else if (!text.isEmpty()) {
                flaw(row, COLUMNS.get(column), "class-b-only", "只有乙类有先行自付比例", "only class B has an upfront ratio");
            }
        });
        return found;
    }

    private Optional<Ratio> ratio(CsvRow row, int column, String text) {
        if (text.isEmpty()) {
            flaw(row, COLUMNS.get(column), "required", "乙类缺少先行自付比例", "class B lacks this upfront ratio");
            return Optional.empty();
        }
        if (!BASIS_POINTS.matcher(text).matches() || Integer.parseInt(text) > Ratio.ONE) {
            flaw(
                    row,
                    COLUMNS.get(column),
                    "basis-points",
                    "应为 0 到 10000 的基点数",
                    "must be basis points between 0 and 10000");
            return Optional.empty();
        }
        return Optional.of(new Ratio(Integer.parseInt(text)));
    }

    /** The national code knows three limits: 01 level 1 and below, 02 level 2, 03 level 3. */
    private Map<InstitutionLevel, Long> unitLimits(CsvRow row) {
        Map<InstitutionLevel, Long> found = new EnumMap<>(InstitutionLevel.class);
        optionalYuan(row, UNIT_LIMIT, UNIT_DECIMALS).ifPresent(limit -> {
            found.put(InstitutionLevel.L1, limit);
            found.put(InstitutionLevel.COM, limit);
        });
        optionalYuan(row, UNIT_LIMIT + 1, UNIT_DECIMALS).ifPresent(limit -> found.put(InstitutionLevel.L2, limit));
        optionalYuan(row, UNIT_LIMIT + 2, UNIT_DECIMALS).ifPresent(limit -> found.put(InstitutionLevel.L3, limit));
        return found;
    }

    private static Money fen(long millionths) {
        return Money.ofFen(millionths / (MILLION / 100));
    }

    /** An amount in yuan as millionths of a yuan; empty where the field is. */
    private Optional<Long> optionalYuan(CsvRow row, int column, int decimalsMax) {
        String text = row.field(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher = YUAN.matcher(text);
        @Nullable String decimals = matcher.matches() ? matcher.group(2) : null;
        if (!matcher.matches() || (decimals != null && decimals.length() > decimalsMax)) {
            flaw(
                    row,
                    COLUMNS.get(column),
                    "yuan",
                    "应为最多 " + decimalsMax + " 位小数的金额（元）",
                    "must be yuan with at most " + decimalsMax + " decimals");
            return Optional.empty();
        }
        String millionths = ((decimals == null ? "" : decimals) + "000000").substring(0, UNIT_DECIMALS);
        return Optional.of(Long.parseLong(matcher.group(1)) * MILLION + Long.parseLong(millionths));
    }

    private <E extends Enum<E>> Optional<E> oneOf(CsvRow row, int column, Class<E> type) {
        Optional<E> found = Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(row.field(column)))
                .findFirst();
        if (found.isEmpty()) {
            flaw(
                    row,
                    COLUMNS.get(column),
                    "one-of",
                    "取值不在代码表内",
                    "must be one of " + Arrays.toString(type.getEnumConstants()));
        }
        return found;
    }

    private void flaw(CsvRow row, String column, String rule, String zh, String en) {
        isSound = false;
        flaws.accept(new CatalogueFlaw(row.line(), column, rule, zh, en));
    }
}
