package io.crosscare.registry.keeping;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.problem.Checked;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.region.Provinces;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.registry.model.Capability;
import io.crosscare.registry.model.CapabilityBook;
import io.crosscare.registry.model.Direction;
import io.crosscare.registry.model.Institution;
import io.crosscare.registry.model.InstitutionKind;
import io.crosscare.registry.model.InstitutionLevel;
import io.crosscare.registry.model.Mark;
import io.crosscare.registry.model.Marked;
import io.crosscare.registry.model.RegionBook;
import io.crosscare.registry.model.RegionScope;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of institutions: a row is all that is known of one, but for suspensions and outages, which are announced and not
 * imported. Capabilities are written {@code NAME|counterpart|from|to}, several with {@code ;} between them; the two days may be
 * left out.
 */
public final class InstitutionRows {

    /** Columns that a file must have. */
    public static final List<String> REQUIRED = List.of("code", "name", "region", "capabilities", "source");

    /** Columns that a file may have. */
    public static final List<String> OPTIONAL = List.of("code_provisional", "district", "kind", "level", "mark");

    private static final int NAME_LENGTH_MAX = 100;
    private static final int SOURCE_LENGTH_MAX = 200;
    private static final int CAPABILITIES_MAX = 30;
    private static final Set<String> FLAGS = Set.of("true", "false");
    private static final Text FLAG = Text.of("应为 true 或 false", "must be true or false");
    private static final Text POOLING_REGION =
            Text.of("应为本系统收录的统筹区", "must be a pooling region of the table of regions");
    private static final Text DISTRICT = Text.of("应为该统筹区内的区县", "must be a region inside the pooling region");
    private static final String UNREADABLE = "\uFFFD";
    private static final Text ENCODING = Text.of(
            "不是请求所声明编码（未声明时为 UTF-8）的文字；GBK 文件请以 Content-Type: text/csv; charset=GBK 发送",
            "is no text in the charset of the request, UTF-8 where none is named; a file in GBK is sent as"
                    + " Content-Type: text/csv; charset=GBK");
    private static final Text CAPABILITIES = Text.of(
            "应为“服务代码|对方地区|起始日|截止日”，多项以分号分隔", "must be NAME|counterpart|from|to, several with semicolons between them");

    private final RegionBook regions;
    private final CapabilityBook kinds;

    public InstitutionRows(RegionBook regions, CapabilityBook kinds) {
        this.regions = regions;
        this.kinds = kinds;
    }

    /**
     * The institution of a row, with what else the registry has of it.
     *
     * @param fields by column; what is empty counts as left out
     * @throws io.crosscare.chassis.problem.ProblemException with every rule that is broken
     */
    Institution read(Map<String, String> fields) {
        FieldChecks checks = new FieldChecks();
        var code = checks.institution("code", fields.get("code"));
        var isProvisional = checks.optional(
                "code_provisional", fields.get("code_provisional"), "flag", FLAG, InstitutionRows::parseFlag);
        var name = checks.text("name", fields.get("name"), NAME_LENGTH_MAX);
        var region = checks.required(
                "region", fields.get("region"), "pooling-region", POOLING_REGION, this::parsePoolingRegion);
        var district = checks.optionalRegion("district", fields.get("district"));
        var kind = checks.optionalOneOf("kind", fields.get("kind"), InstitutionKind.class);
        var level = checks.optionalOneOf("level", fields.get("level"), InstitutionLevel.class);
        var mark = checks.optionalOneOf("mark", fields.get("mark"), Mark.class);
        var source = checks.text("source", fields.get("source"), SOURCE_LENGTH_MAX);
        Mark weight = mark.orElse(Mark.OFFICIAL);
        var capabilities = checks.optional(
                "capabilities",
                fields.get("capabilities"),
                "capabilities",
                CAPABILITIES,
                text -> parseCapabilities(text, source.orElse(""), weight));
        checkDistrict(checks, region, district);
        checkEncoding(checks, fields);
        checks.throwIfInvalid();

        RegionCode within = district.orNull();
        InstitutionLevel rank = level.orNull();
        return new Institution(
                code.value(),
                isProvisional.orElse(false),
                name.value(),
                region.value(),
                within == null ? null : new Marked<>(within, weight),
                kind.orElse(InstitutionKind.named(name.value())),
                rank == null ? null : new Marked<>(rank, weight),
                capabilities.orElse(List.of()),
                weight,
                List.of(),
                List.of(),
                source.value());
    }

    /** The code of a row that is refused, where it is one: a caller finds the row by it. */
    static @Nullable InstitutionCode codeOf(Map<String, String> fields) {
        String code = fields.get("code");
        try {
            return code == null ? null : new InstitutionCode(code);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private void checkDistrict(FieldChecks checks, Checked<RegionCode> region, Checked<RegionCode> district) {
        RegionCode within = district.orNull();
        RegionCode pool = region.orNull();
        if (within != null
                && pool != null
                && !pool.contains(within)
                && !regions.poolingRegionOf(within).equals(pool)) {
            checks.reject("district", "district", DISTRICT);
        }
    }

    /** Bytes that are no text in the charset of the request would else become names that nobody has. */
    private static void checkEncoding(FieldChecks checks, Map<String, String> fields) {
        fields.forEach((column, value) -> {
            if (value.contains(UNREADABLE)) {
                checks.reject(column, "encoding", ENCODING);
            }
        });
    }

    private RegionCode parsePoolingRegion(String text) {
        RegionCode region = new RegionCode(text);
        var known = regions.find(region);
        if (known == null || !region.equals(known.poolingRegion())) {
            throw new IllegalArgumentException("not a pooling region that is known here");
        }
        return region;
    }

    private static boolean parseFlag(String text) {
        if (!FLAGS.contains(text)) {
            throw new IllegalArgumentException("not a flag");
        }
        return Boolean.parseBoolean(text);
    }

    private List<Capability> parseCapabilities(String text, String source, Mark mark) {
        List<Capability> capabilities = Stream.of(text.split(";", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .map(item -> parseCapability(item, source, mark))
                .toList();
        if (capabilities.size() > CAPABILITIES_MAX) {
            throw new IllegalArgumentException("too many");
        }
        return capabilities;
    }

    private Capability parseCapability(String item, String source, Mark mark) {
        List<String> parts =
                Arrays.stream(item.split("\\|", -1)).map(String::strip).toList();
        if (parts.size() < 2 || parts.size() > 4) {
            throw new IllegalArgumentException("a name and a counterpart, and at most two days");
        }
        LocalDate from = dayOf(parts, 2);
        LocalDate to = dayOf(parts, 3);
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("ends before it begins");
        }
        return new Capability(
                kinds.require(parts.getFirst()),
                Direction.INBOUND,
                parseCounterpart(parts.get(1)),
                from,
                to,
                source,
                mark);
    }

    private static RegionScope parseCounterpart(String text) {
        RegionScope scope = RegionScope.parse(text);
        if (scope instanceof RegionScope.Within within && !Provinces.holds(within.region())) {
            throw new IllegalArgumentException("no region of China");
        }
        return scope;
    }

    private static @Nullable LocalDate dayOf(List<String> parts, int place) {
        return parts.size() <= place || parts.get(place).isEmpty() ? null : LocalDate.parse(parts.get(place));
    }
}
