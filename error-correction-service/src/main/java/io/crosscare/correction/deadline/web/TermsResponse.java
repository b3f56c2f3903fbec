package io.crosscare.correction.deadline.web;

import io.crosscare.correction.deadline.model.CaseKind;
import io.crosscare.correction.deadline.model.HolidayNotice;
import io.crosscare.correction.deadline.model.Mark;
import io.crosscare.correction.deadline.model.Term;
import io.crosscare.correction.deadline.model.Terms;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a day.
 *
 * @param on 日期 · the day they are in force on, a day in China
 * @param opens 办公开始 · when offices open on working days, China time
 * @param closes 办公结束 · when offices close on working days, China time; a term of days ends then
 * @param terms 时限 · by kind of case
 * @param calendar 工作日历 · of the year
 */
record TermsResponse(LocalDate on, String opens, String closes, List<TermResponse> terms, CalendarResponse calendar) {

    /**
     * The term of one kind.
     *
     * @param kind 类型 · {@link CaseKind}
     * @param reasons 适用原因 · reason codes of this kind; none of {@code OTHER}, which is every other reason
     * @param causes 适用诊断原因 · causes of this kind, which decide where a case is diagnosed; none of {@code OTHER}
     * @param respondHours 接收时限 · office hours until somebody is to have taken it
     * @param resolveDays 办结时限 · working days until it is to be resolved or passed on
     * @param remindHours 提前提醒 · office hours between a reminder and its deadline
     * @param text 条文 · what the rule says
     * @param textEn 条文（英文） · the same in English
     * @param source 依据 · where it stands
     * @param mark 可信度 · how well the days are founded: 官方, 邻近年份 or 假设; the hours are this suite's own
     */
    record TermResponse(
            String kind,
            List<String> reasons,
            List<String> causes,
            long respondHours,
            int resolveDays,
            long remindHours,
            String text,
            String textEn,
            String source,
            String mark) {

        private static TermResponse of(Term term, Terms terms) {
            Term.Foundation foundation = term.foundation();
            return new TermResponse(
                    term.kind().name(),
                    of(term, terms.kindsByReason()),
                    of(term, terms.kindsByCause()),
                    term.respondWithin().toHours(),
                    term.resolveWithinDays(),
                    term.remindBefore().toHours(),
                    foundation.zh(),
                    foundation.en(),
                    foundation.source(),
                    foundation.mark().zh());
        }

        private static List<String> of(Term term, Map<String, CaseKind> kinds) {
            return kinds.entrySet().stream()
                    .filter(named -> named.getValue() == term.kind())
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
        }
    }

    /**
     * The working days of a year: Monday to Friday, but for these.
     *
     * @param year 年份 · the year
     * @param off 放假日 · days off; where no notice is known, what is the same every year is taken
     * @param worked 调休上班日 · Saturdays and Sundays that are worked
     * @param source 依据 · the notice; absent where none is known
     * @param mark 可信度 · how well the year is known: 官方, or 假设 where there is no notice yet
     */
    record CalendarResponse(
            int year,
            List<LocalDate> off,
            List<LocalDate> worked,
            @Nullable String source,
            String mark) {

        private static CalendarResponse of(Terms terms, int year) {
            Optional<HolidayNotice> known = terms.calendar().notices().stream()
                    .filter(notice -> notice.year() == year)
                    .findFirst();
            return known.map(notice -> new CalendarResponse(
                            year,
                            notice.off().stream().sorted().toList(),
                            notice.worked().stream().sorted().toList(),
                            notice.source(),
                            notice.mark().zh()))
                    .orElseGet(() -> new CalendarResponse(
                            year,
                            terms.calendar().fixedHolidays().stream()
                                    .sorted()
                                    .map(day -> day.atYear(year))
                                    .toList(),
                            List.of(),
                            null,
                            Mark.ASSUMED.zh()));
        }
    }

    static TermsResponse of(Terms terms, LocalDate on) {
        return new TermsResponse(
                on,
                terms.calendar().opens().toString(),
                terms.calendar().closes().toString(),
                terms.on(on).terms().stream()
                        .map(term -> TermResponse.of(term, terms))
                        .toList(),
                CalendarResponse.of(terms, on.getYear()));
    }
}
