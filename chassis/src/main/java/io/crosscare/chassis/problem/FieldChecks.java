package io.crosscare.chassis.problem;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.region.Provinces;
import io.crosscare.chassis.region.RegionCode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns the fields of a request into values of the domain and collects every rule that is broken, so that a caller learns
 * all of them at once. Each method has a twin for a field that may be left out.
 */
public final class FieldChecks {

    /** Records of a page where nobody says how many. */
    public static final int PAGE_SIZE_DEFAULT = 50;

    /** Records of a page at most. */
    public static final int PAGE_SIZE_MAX = 200;

    private static final Text PAGE_SIZE =
            Text.of("应为 1 至 " + PAGE_SIZE_MAX + " 的整数", "must be a whole number from 1 to " + PAGE_SIZE_MAX);

    private static final String CURSOR = "cursor";
    private static final Text CURSOR_RULE = Text.of("不是本列表给出的游标", "is not a cursor of this list");
    private static final int ERRORS_MAX = 100;
    private static final Text REQUIRED = Text.of("必填", "is required");
    private static final Text REGION = Text.of(
            "应为我国的六位行政区划代码（GB/T 2260，前两位为省级代码）",
            "must be a region code of six digits (GB/T 2260), the first two a province of China");
    private static final Text DATE = Text.of("应为日期 yyyy-MM-dd", "must be a date yyyy-MM-dd");
    private static final Text PERSON = Text.of("不是有效的参保人标识", "must be a personId");
    private static final Text INSTITUTION =
            Text.of("应为 H 加十一位数字的机构代码", "must be an institution code: H and eleven digits");

    private final List<FieldError> errors = new ArrayList<>();

    /** A region of China, by {@link Provinces}. */
    public Checked<RegionCode> region(String field, @Nullable String value) {
        return required(field, value, "region-code", REGION, Provinces::requireRegion);
    }

    public Checked<RegionCode> optionalRegion(String field, @Nullable String value) {
        return optional(field, value, "region-code", REGION, Provinces::requireRegion);
    }

    public Checked<PersonId> personId(String field, @Nullable String value) {
        return required(field, value, "person-id", PERSON, PersonId::new);
    }

    public Checked<PersonId> optionalPersonId(String field, @Nullable String value) {
        return optional(field, value, "person-id", PERSON, PersonId::new);
    }

    public Checked<InstitutionCode> institution(String field, @Nullable String value) {
        return required(field, value, "institution-code", INSTITUTION, InstitutionCode::new);
    }

    public Checked<InstitutionCode> optionalInstitution(String field, @Nullable String value) {
        return optional(field, value, "institution-code", INSTITUTION, InstitutionCode::new);
    }

    public Checked<LocalDate> date(String field, @Nullable String value) {
        return required(field, value, "date", DATE, FieldChecks::parseDate);
    }

    public Checked<LocalDate> optionalDate(String field, @Nullable String value) {
        return optional(field, value, "date", DATE, FieldChecks::parseDate);
    }

    /** Text that is not blank, has no control characters and at most so many characters; stripped of outer spaces. */
    public Checked<String> text(String field, @Nullable String value, int lengthMax) {
        return required(field, value, "text", textRule(lengthMax), given -> parseText(given, lengthMax));
    }

    public Checked<String> optionalText(String field, @Nullable String value, int lengthMax) {
        return optional(field, value, "text", textRule(lengthMax), given -> parseText(given, lengthMax));
    }

    /** How many records of a list are wanted, optional: from 1 to {@link #PAGE_SIZE_MAX}. */
    public Checked<Integer> pageSize(String field, @Nullable String value) {
        return optional(field, value, "range", PAGE_SIZE, FieldChecks::parsePageSize);
    }

    /**
     * The place in a list from which it goes on, optional.
     *
     * @param parser throws {@link IllegalArgumentException} for what is no place of the list that is asked for
     */
    public <T> Checked<T> cursor(@Nullable String value, Function<String, T> parser) {
        return optional(CURSOR, value, CURSOR, CURSOR_RULE, parser);
    }

    /** For a cursor that no page of the list ever had. */
    public static ProblemException notACursor() {
        return ProblemException.invalid(CURSOR, CURSOR, CURSOR_RULE);
    }

    /** Refuses a last day before the first, where both are given. */
    public void period(Checked<LocalDate> first, Checked<LocalDate> last) {
        LocalDate begin = first.orNull();
        LocalDate end = last.orNull();
        if (begin != null && end != null && end.isBefore(begin)) {
            reject(last.field(), "period", Text.of("不能早于 " + first.field(), "must not lie before " + first.field()));
        }
    }

    private static Integer parsePageSize(String given) {
        int size = Integer.parseInt(given);
        if (size < 1 || size > PAGE_SIZE_MAX) {
            throw new IllegalArgumentException("out of range");
        }
        return size;
    }

    public <E extends Enum<E>> Checked<E> oneOf(String field, @Nullable String value, Class<E> type) {
        return required(field, value, "one-of", oneOfRule(type), given -> Enum.valueOf(type, given));
    }

    public <E extends Enum<E>> Checked<E> optionalOneOf(String field, @Nullable String value, Class<E> type) {
        return optional(field, value, "one-of", oneOfRule(type), given -> Enum.valueOf(type, given));
    }

    /** An amount of money in fen between two bounds, both included. */
    public Checked<Money> fen(String field, @Nullable Long value, long min, long max) {
        if (value == null) {
            return missing(field);
        }
        if (value < min || value > max) {
            String range = min + " … " + max;
            reject(field, "range", Text.of("金额（分）应在 " + range + " 之间", "must be an amount in fen between " + range));
            return new Checked<>(field, null);
        }
        return new Checked<>(field, Money.ofFen(value));
    }

    /** A whole number between two bounds, both included. */
    public Checked<Long> number(String field, @Nullable Long value, long min, long max) {
        if (value == null) {
            return missing(field);
        }
        if (value < min || value > max) {
            String range = min + " … " + max;
            reject(field, "range", Text.of("应在 " + range + " 之间", "must be between " + range));
            return new Checked<>(field, null);
        }
        return new Checked<>(field, value);
    }

    public Checked<Boolean> flag(String field, @Nullable Boolean value) {
        return value == null ? missing(field) : new Checked<>(field, value);
    }

    /** A list with at least one and at most so many elements, none of them null. */
    public <T> Checked<List<T>> list(String field, @Nullable List<@Nullable T> value, int sizeMax) {
        if (value == null || value.isEmpty()) {
            return missing(field);
        }
        if (value.size() > sizeMax) {
            reject(field, "size", Text.of("最多 " + sizeMax + " 项", "must have at most " + sizeMax + " elements"));
            return new Checked<>(field, null);
        }
        List<T> elements = new ArrayList<>(value.size());
        for (int i = 0; i < value.size(); i++) {
            T element = value.get(i);
            if (element == null) {
                reject(field + "[" + i + "]", "required", REQUIRED);
            } else {
                elements.add(element);
            }
        }
        return new Checked<>(field, elements);
    }

    /** Any other required field: the parser throws {@link IllegalArgumentException} for what breaks the rule. */
    public <T> Checked<T> required(
            String field, @Nullable String value, String rule, Text message, Function<String, T> parser) {
        return value == null || value.isBlank() ? missing(field) : parse(field, value, rule, message, parser);
    }

    /** As {@link #required}, for a field that may be left out; present but blank is refused. */
    public <T> Checked<T> optional(
            String field, @Nullable String value, String rule, Text message, Function<String, T> parser) {
        return value == null ? new Checked<>(field, null) : parse(field, value, rule, message, parser);
    }

    public void reject(String field, String rule, Text message) {
        if (errors.size() < ERRORS_MAX) {
            errors.add(new FieldError(field, rule, message));
        }
    }

    public boolean isValid() {
        return errors.isEmpty();
    }

    /**
     * Ends the checks.
     *
     * @throws ProblemException {@code invalid-request} with every broken rule, when there is one
     */
    public void throwIfInvalid() {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    private <T> Checked<T> missing(String field) {
        reject(field, "required", REQUIRED);
        return new Checked<>(field, null);
    }

    private <T> Checked<T> parse(String field, String value, String rule, Text message, Function<String, T> parser) {
        try {
            return new Checked<>(field, parser.apply(value));
        } catch (IllegalArgumentException | DateTimeException e) {
            reject(field, rule, message);
            return new Checked<>(field, null);
        }
    }

    private static LocalDate parseDate(String value) {
        LocalDate date = LocalDate.parse(value);
        if (date.getYear() < 1900 || date.getYear() > 2999) {
            throw new IllegalArgumentException("year out of range");
        }
        return date;
    }

    private static Text textRule(int lengthMax) {
        return Text.of(
                "应为不超过 " + lengthMax + " 个字符的文字，不含控制字符",
                "must be text of at most " + lengthMax + " characters without control characters");
    }

    private static String parseText(String value, int lengthMax) {
        String stripped = value.strip();
        boolean isText = !stripped.isEmpty()
                && stripped.codePointCount(0, stripped.length()) <= lengthMax
                && stripped.codePoints().noneMatch(FieldChecks::isUnprintable);
        if (!isText) {
            throw new IllegalArgumentException("not plain text");
        }
        return stripped;
    }

    private static boolean isUnprintable(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }

    private static <E extends Enum<E>> Text oneOfRule(Class<E> type) {
        String names = String.join(
                ", ", Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
        return Text.of("应为以下之一：" + names, "must be one of " + names);
    }
}
