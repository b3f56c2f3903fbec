package io.crosscare.settlement.catalogue;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.money.Ratio;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.Catalogue;
import io.crosscare.settlement.benefit.model.CatalogueItem;
import io.crosscare.settlement.benefit.model.Confidence;
import io.crosscare.settlement.benefit.model.InstitutionLevel;
import io.crosscare.settlement.benefit.model.InsurancePlan;
import io.crosscare.settlement.benefit.model.ItemClass;
import io.crosscare.settlement.benefit.model.ItemKind;
import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.document.CanonicalText;
import io.crosscare.settlement.document.DocumentFlaw;
import io.crosscare.settlement.document.DocumentRefused;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a catalogue from its CSV document: lines {@code # name: value} that say whose it is, a line of column names, then one
 * item a line. Strict: whatever is unknown, missing, repeated or out of range is refused with the line.
 * {@code catalogues/README.md} describes the form.
 */
public final class CatalogueReader {

    private static final List<String> HEADINGS =
            List.of("region", "title-zh", "title-en", "effective-from", "confidence", "source");
    private static final List<String> COLUMNS = List.of(
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
    private static final int UNIT_LIMIT = 7;
    private static final int LINE_LIMIT = 10;

    private static final Pattern HEADING = Pattern.compile("# ([a-z-]+): (.+)");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,39}");
    private static final Pattern BASIS_POINTS = Pattern.compile("[0-9]{1,5}");
    private static final Pattern YUAN = Pattern.compile("([0-9]{1,9})(?:\\.([0-9]{1,6}))?");
    private static final long MILLION = 1_000_000;

    private final Map<String, Heading> headings = new HashMap<>();
    private final Map<String, CatalogueItem> items = new LinkedHashMap<>();
    private boolean hasColumns;

    private record Heading(int line, String value) {}

    private CatalogueReader() {}

    /**
     * The catalogue a document describes.
     *
     * @throws DocumentRefused with the first flaw found
     */
    public static Catalogue read(CanonicalText document) {
        CatalogueReader reading = new CatalogueReader();
        List<String> lines = document.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            reading.take(i + 1, lines.get(i));
        }
        return reading.catalogue();
    }

    private void take(int line, String text) {
        if (text.isBlank()) {
            return;
        }
        if (!hasColumns && text.startsWith("#")) {
            takeHeading(line, text);
            return;
        }
        CsvRow row = CsvRow.of(line, text);
        if (!hasColumns) {
            if (!row.fields().equals(COLUMNS)) {
                throw flaw(line, "columns", "列名与规定不符", "must be " + String.join(",", COLUMNS));
            }
            hasColumns = true;
            return;
        }
        if (row.fields().size() != COLUMNS.size()) {
            throw flaw(
                    line,
                    "row",
                    "应有 " + COLUMNS.size() + " 列",
                    "has " + row.fields().size() + " fields, not " + COLUMNS.size());
        }
        CatalogueItem item = item(row);
        if (items.put(item.code(), item) != null) {
            throw flaw(line, "code", "项目编码重复", "occurs twice");
        }
    }

    private void takeHeading(int line, String text) {
        Matcher matcher = HEADING.matcher(text);
        if (!matcher.matches() || !HEADINGS.contains(matcher.group(1))) {
            throw flaw(line, "heading", "未知的表头", "must be '# name: value' with one of " + HEADINGS);
        }
        Heading heading = new Heading(line, matcher.group(2).strip());
        if (headings.put(matcher.group(1), heading) != null) {
            throw flaw(line, matcher.group(1), "表头重复", "occurs twice");
        }
    }

    private Catalogue catalogue() {
        if (items.isEmpty()) {
            throw flaw(1, "document", "目录没有项目", "the catalogue has no item");
        }
        return new Catalogue(
                region(),
                new Wording(heading("title-zh").value(), heading("title-en").value()),
                effectiveFrom(),
                confidence(),
                heading("source").value(),
                items);
    }

    private RegionCode region() {
        Heading heading = heading("region");
        try {
            return new RegionCode(heading.value());
        } catch (IllegalArgumentException _) {
            throw flaw(heading.line(), "region", "应为六位行政区划代码", "must be a region code of six digits");
        }
    }

    private LocalDate effectiveFrom() {
        Heading heading = heading("effective-from");
        try {
            return LocalDate.parse(heading.value());
        } catch (DateTimeParseException _) {
            throw flaw(
                    heading.line(), "effective-from", "应为 yyyy-MM-dd 格式的日期", "must be a date in the form yyyy-MM-dd");
        }
    }

    private Confidence confidence() {
        Heading heading = heading("confidence");
        return Arrays.stream(Confidence.values())
                .filter(confidence -> confidence.word().equals(heading.value()))
                .findFirst()
                .orElseThrow(() -> flaw(
                        heading.line(),
                        "confidence",
                        "只能是 documented、nearest-year、assumed 之一",
                        "must be documented, nearest-year or assumed"));
    }

    private Heading heading(String name) {
        Heading heading = headings.get(name);
        if (heading == null) {
            throw flaw(1, name, "缺少表头 " + name, "the document lacks the heading " + name);
        }
        return heading;
    }

    private static CatalogueItem item(CsvRow row) {
        if (!CODE.matcher(row.field(0)).matches()) {
            throw flaw(row.line(), "code", "项目编码格式不正确", "must be 1 to 40 letters, digits, dots or hyphens");
        }
        if (row.field(1).isBlank()) {
            throw flaw(row.line(), "name", "项目名称不能为空", "must not be empty");
        }
        ItemClass itemClass = oneOf(row, 3, ItemClass.class);
        return new CatalogueItem(
                row.field(0),
                row.field(1).strip(),
                oneOf(row, 2, ItemKind.class),
                itemClass,
                upfrontRatios(row, itemClass),
                unitLimits(row),
                optionalYuan(row, LINE_LIMIT, 2).map(CatalogueReader::fen).orElse(null));
    }

    private static Map<InsurancePlan, Ratio> upfrontRatios(CsvRow row, ItemClass itemClass) {
        Map<InsurancePlan, Ratio> ratios = new EnumMap<>(InsurancePlan.class);
        UPFRONT.forEach((plan, column) -> {
            String text = row.field(column);
            if (itemClass == ItemClass.B) {
                ratios.put(plan, ratio(row, column, text));
            } else if (!text.isEmpty()) {
                throw flaw(row.line(), COLUMNS.get(column), "只有乙类有先行自付比例", "only class B has an upfront ratio");
            }
        });
        return ratios;
    }

    private static Ratio ratio(CsvRow row, int column, String text) {
        if (!BASIS_POINTS.matcher(text).matches() || Integer.parseInt(text) > Ratio.ONE) {
            throw flaw(
                    row.line(), COLUMNS.get(column), "应为 0 到 10000 的基点数", "must be basis points between 0 and 10000");
        }
        return new Ratio(Integer.parseInt(text));
    }

    /** The national code knows three limits: 01 level 1 and below, 02 level 2, 03 level 3. */
    private static Map<InstitutionLevel, Long> unitLimits(CsvRow row) {
        Map<InstitutionLevel, Long> limits = new EnumMap<>(InstitutionLevel.class);
        optionalYuan(row, UNIT_LIMIT, 6).ifPresent(limit -> {
            limits.put(InstitutionLevel.L1, limit);
            limits.put(InstitutionLevel.COM, limit);
        });
        optionalYuan(row, UNIT_LIMIT + 1, 6).ifPresent(limit -> limits.put(InstitutionLevel.L2, limit));
        optionalYuan(row, UNIT_LIMIT + 2, 6).ifPresent(limit -> limits.put(InstitutionLevel.L3, limit));
        return limits;
    }

    private static Money fen(long millionths) {
        return Money.ofFen(millionths / (MILLION / 100));
    }

    /** An amount in yuan as millionths of a yuan; empty where the field is. */
    private static Optional<Long> optionalYuan(CsvRow row, int column, int decimalsMax) {
        String text = row.field(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher = YUAN.matcher(text);
        @Nullable String decimals = matcher.matches() ? matcher.group(2) : null;
        if (!matcher.matches() || (decimals != null && decimals.length() > decimalsMax)) {
            throw flaw(
                    row.line(),
                    COLUMNS.get(column),
                    "应为最多 " + decimalsMax + " 位小数的金额（元）",
                    "must be yuan with at most " + decimalsMax + " decimals");
        }
        String millionths = ((decimals == null ? "" : decimals) + "000000").substring(0, 6);
        return Optional.of(Long.parseLong(text.split("\\.", 2)[0]) * MILLION + Long.parseLong(millionths));
    }

    private static <E extends Enum<E>> E oneOf(CsvRow row, int column, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(row.field(column)))
                .findFirst()
                .orElseThrow(() -> flaw(
                        row.line(),
                        COLUMNS.get(column),
                        "取值不在代码表内",
                        "must be one of " + Arrays.toString(type.getEnumConstants())));
    }

    private static DocumentRefused flaw(int line, String place, String zh, String en) {
        return new DocumentRefused(new DocumentFlaw(line, place, zh, en));
    }
}
