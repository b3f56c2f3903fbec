package io.crosscare.settlement.eligibility.model;

import io.crosscare.settlement.benefit.model.Confidence;
import io.crosscare.settlement.benefit.model.Wording;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a region reads one question from a day on, in words, with where it stands and how far that is vouched for.
 *
 * @param from first day; null where no text says when it began, and then it holds from always
 * @param source the document and its section, {@code Z 办理流程 一}
 */
public record DatedRule<R>(@Nullable LocalDate from, R rule, Wording wording, String source, Confidence confidence) {

    /** Of rules that follow each other the one in force on a day. */
    static <R> DatedRule<R> on(List<DatedRule<R>> rules, LocalDate day) {
        return rules.stream()
                .filter(rule -> rule.hasBegunOn(day))
                .max(Comparator.comparing(rule -> rule.from() == null ? LocalDate.MIN : rule.from()))
                .orElseThrow(() -> new IllegalStateException("one of the rules holds from always"));
    }

    static <R> List<DatedRule<R>> requireFromAlways(List<DatedRule<R>> rules) {
        long fromAlways = rules.stream().filter(rule -> rule.from() == null).count();
        long days = rules.stream().map(DatedRule::from).distinct().count();
        if (fromAlways != 1 || days != rules.size()) {
            throw new IllegalArgumentException("one rule holds from always, each other from a day of its own");
        }
        return List.copyOf(rules);
    }

    private boolean hasBegunOn(LocalDate day) {
        return from == null || !from.isAfter(day);
    }
}
