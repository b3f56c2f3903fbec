package io.crosscare.settlement.external.web;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.problem.Checked;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.external.CompareAccumulators;
import io.crosscare.settlement.external.CompareAccumulators.Compared;
import io.crosscare.settlement.external.CompareAccumulators.CoreCounters;
import io.crosscare.settlement.external.model.Comparison;
import io.crosscare.settlement.intent.CounterRule;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The daily comparison of counters with the insured regions' core systems. Nothing is corrected here. */
@RestController
@RequestMapping("/api/v1/accumulator-comparisons")
class ComparisonController {

    private static final int PERSONS_MAX = 500;

    private final CompareAccumulators compareAccumulators;
    private final Clock clock;

    ComparisonController(CompareAccumulators compareAccumulators, Clock clock) {
        this.compareAccumulators = compareAccumulators;
        this.clock = clock;
    }

    /**
     * Counters of persons as a core system has them.
     *
     * @param day 日期 · at whose end they stood so, a day in China, not after today
     * @param persons 参保人 · at most 500
     */
    record ComparisonRequest(@Nullable String day, @Nullable List<@Nullable PersonRow> persons) {}

    /**
     * One person's.
     *
     * @param counters 累计数 · at least one, at most 60, amounts in fen, by name in a year (2019/pooled; of a school year
     *     2019S/pooled): deductible.outpatient, deductible.chronic, pooled, pooled.outpatient, pooled.chronic, cost, cost.outpatient,
     *     cost.chronic, large, burden, admissions; and account, without a year.
     *     What is left out is zero in the years that others are of
     */
    record PersonRow(@Nullable String personId, @Nullable Map<String, @Nullable Long> counters) {}

    /** What came of a person. */
    enum PersonState {
        EQUAL,
        DIFFERENT,
        /** 本地区无此参保人 · the region has no such person here. */
        UNKNOWN
    }

    /**
     * What the comparison has shown.
     *
     * @param day 日期 · at whose end it was compared, a day in China
     * @param different 不一致人数 · how many persons differ
     * @param unknown 未知人数 · how many are not known
     * @param items 逐人结果 · in the order sent
     */
    record ComparisonResponse(String region, LocalDate day, long different, long unknown, List<PersonResponse> items) {

        private static ComparisonResponse of(RegionCode region, LocalDate day, List<Compared> all) {
            List<PersonResponse> items = all.stream().map(PersonResponse::of).toList();
            return new ComparisonResponse(
                    region.value(), day, count(items, PersonState.DIFFERENT), count(items, PersonState.UNKNOWN), items);
        }

        private static long count(List<PersonResponse> items, PersonState state) {
            return items.stream()
                    .filter(item -> item.state().equals(state.name()))
                    .count();
        }
    }

    /**
     * What came of a person.
     *
     * @param state {@link PersonState}
     * @param seq 链上序号 · the last entry that was counted; 0 for none, absent for a person who is not known
     * @param differences 差异 · by counter
     */
    record PersonResponse(
            String personId, String state, @Nullable Long seq, List<DifferenceResponse> differences) {

        private static PersonResponse of(Compared compared) {
            Comparison comparison = compared.comparison();
            if (comparison == null) {
                return new PersonResponse(compared.person().value(), PersonState.UNKNOWN.name(), null, List.of());
            }
            return new PersonResponse(
                    compared.person().value(),
                    (comparison.isEqual() ? PersonState.EQUAL : PersonState.DIFFERENT).name(),
                    comparison.seq(),
                    comparison.differences().stream()
                            .map(DifferenceResponse::of)
                            .toList());
        }
    }

    /**
     * A counter that the two have otherwise.
     *
     * @param counter 累计项 · its name
     * @param core 核心系统数 · as the core has it; amounts in fen
     * @param chain 结算链数 · as the chain has it; amounts in fen
     */
    record DifferenceResponse(String counter, long core, long chain) {

        private static DifferenceResponse of(Comparison.Difference difference) {
            return new DifferenceResponse(difference.counter(), difference.core(), difference.chain());
        }
    }

    /**
     * 累计数比对 · Compares persons' counters at the end of a day with those of the insured region's core system, and lists each difference.
     * Changes nothing, so it needs no key.
     *
     * @param caller {@code AGENCY}: its own region's persons
     * @return the differences
     */
    @PostMapping
    Mono<ComparisonResponse> compare(Caller caller, @RequestBody ComparisonRequest body) {
        FieldChecks checks = new FieldChecks();
        Checked<LocalDate> day = checks.date("day", body.day());
        LocalDate given = day.orNull();
        if (given != null && given.isAfter(ChinaTime.today(clock))) {
            checks.reject("day", "not-after-today", Text.of("不能晚于今天", "must not lie after today"));
        }
        Checked<List<PersonRow>> rows = checks.list("persons", body.persons(), PERSONS_MAX);
        checks.throwIfInvalid();
        List<CoreCounters> persons = persons(checks, rows.value());
        RegionCode region = caller.requireAgency().region();
        return compareAccumulators
                .compare(region, day.value(), persons)
                .map(all -> ComparisonResponse.of(region, day.value(), all));
    }

    private static List<CoreCounters> persons(FieldChecks checks, List<PersonRow> rows) {
        List<Checked<PersonId>> ids = new ArrayList<>();
        List<Counters> counters = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            ids.add(checks.personId("persons[" + i + "].personId", rows.get(i).personId()));
            counters.add(CounterRule.counters(
                    checks, "persons[" + i + "].counters", rows.get(i).counters()));
        }
        checks.throwIfInvalid();
        List<CoreCounters> persons = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            persons.add(new CoreCounters(ids.get(i).value(), counters.get(i)));
        }
        return persons;
    }
}
