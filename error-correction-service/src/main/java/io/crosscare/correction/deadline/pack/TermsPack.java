package io.crosscare.correction.deadline.pack;

import io.crosscare.correction.deadline.model.CaseKind;
import io.crosscare.correction.deadline.model.HolidayNotice;
import io.crosscare.correction.deadline.model.Mark;
import io.crosscare.correction.deadline.model.Term;
import io.crosscare.correction.deadline.model.Terms;
import io.crosscare.correction.deadline.model.WorkingCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The form of the JSON resource that holds terms and calendars. An unknown word, a missing part or a reason or cause given twice keeps
 * the service from starting.
 */
public record TermsPack(
        String note,
        LocalTime opens,
        LocalTime closes,
        String hoursSource,
        List<KindPart> kinds,
        List<VersionPart> versions,
        List<MonthDay> fixedHolidays,
        List<NoticePart> notices) {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** Which reasons and causes are of a kind. */
    record KindPart(CaseKind kind, List<String> reasons, List<String> causes) {}

    /** Terms from a day. */
    record VersionPart(@Nullable LocalDate from, List<TermPart> terms) {}

    /** The term of a kind; office time in hours. */
    record TermPart(
            CaseKind kind,
            int respondHours,
            int resolveDays,
            int remindHours,
            String zh,
            String en,
            String source,
            String mark) {

        Term toTerm() {
            return new Term(
                    kind,
                    Duration.ofHours(respondHours),
                    resolveDays,
                    Duration.ofHours(remindHours),
                    new Term.Foundation(zh, en, source, Mark.ofZh(mark)));
        }
    }

    /** One year's notice. */
    record NoticePart(int year, String source, String mark, List<SpanPart> off, List<LocalDate> worked) {

        HolidayNotice toNotice() {
            Set<LocalDate> days = off.stream()
                    .flatMap(span -> span.from().datesUntil(span.to().plusDays(1)))
                    .collect(Collectors.toUnmodifiableSet());
            return new HolidayNotice(year, days, Set.copyOf(worked), source, Mark.ofZh(mark));
        }
    }

    /** Days off in a row, both ends among them. */
    record SpanPart(LocalDate from, LocalDate to) {}

    /** The terms in a resource of the class path. */
    public static Terms load(String resource) {
        try (InputStream stream = TermsPack.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("there is no resource " + resource);
            }
            return STRICT.readValue(stream, TermsPack.class).toTerms();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, CaseKind> byName(Function<KindPart, List<String>> names) {
        Map<String, CaseKind> byName = new HashMap<>();
        for (KindPart part : kinds) {
            for (String name : names.apply(part)) {
                if (byName.put(name, part.kind()) != null) {
                    throw new IllegalArgumentException(name + " has two kinds");
                }
            }
        }
        return byName;
    }

    private Terms toTerms() {
        return new Terms(
                new WorkingCalendar(
                        opens,
                        closes,
                        notices.stream().map(NoticePart::toNotice).toList(),
                        Set.copyOf(fixedHolidays)),
                byName(KindPart::reasons),
                byName(KindPart::causes),
                versions.stream()
                        .map(version -> new Terms.Version(
                                version.from(),
                                version.terms().stream().map(TermPart::toTerm).toList()))
                        .toList());
    }
}
