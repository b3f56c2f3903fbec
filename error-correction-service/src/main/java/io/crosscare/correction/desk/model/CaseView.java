package io.crosscare.correction.desk.model;

import io.crosscare.correction.desk.model.Fact.Filed;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A case as the conditions of the diagnosis look at it: as of the last refusal, and of each filing the latest version. */
record CaseView(CaseFile file) {

    Refusal last() {
        return file.lastRefusal();
    }

    /** The day that decided. */
    LocalDate day() {
        return last().decidedOn();
    }

    List<Filed> filings() {
        Map<String, Filed> latest = new TreeMap<>();
        all(Filed.class)
                .forEach(filed -> latest.merge(
                        filed.filingId(), filed, (one, other) -> one.version() >= other.version() ? one : other));
        return List.copyOf(latest.values());
    }

    boolean isForCareRegion(Filed filed) {
        return filed.careRegion().contains(last().careRegion());
    }

    boolean covers(Filed filed) {
        return filed.covers(day());
    }

    boolean isInForce(Filed filed) {
        return isForCareRegion(filed) && covers(filed) && filed.state().equals("EFFECTIVE");
    }

    boolean endedBefore(Filed filed) {
        LocalDate to = filed.effectiveTo();
        return to != null && to.isBefore(day());
    }

    /** Whether the sentence the cashier read has these words. */
    boolean says(String words) {
        return last().statement().message().contains(words);
    }

    Optional<Recheck> recheck() {
        return Optional.ofNullable(file.work().recheck());
    }

    <F extends Fact> List<F> all(Class<F> kind) {
        return file.facts().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The latest that was said of this kind. */
    <F extends Fact> Optional<F> latest(Class<F> kind) {
        return all(kind).stream().max(Comparator.comparing(Fact::at));
    }

    <F extends Fact> List<Fact> ifLatest(Class<F> kind, Predicate<F> holds) {
        return latest(kind).filter(holds).map(fact -> List.<Fact>of(fact)).orElse(List.of());
    }

    List<Fact> filingsThat(Predicate<Filed> hold) {
        return filings().stream().filter(hold).map(Fact.class::cast).toList();
    }
}
