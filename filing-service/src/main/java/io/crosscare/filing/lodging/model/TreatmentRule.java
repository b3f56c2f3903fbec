package io.crosscare.filing.lodging.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The special treatments of a region (特殊治疗), which change the rule of a transfer.
 *
 * @param categories filings that may be for one
 * @param isConfirmedByLodging whether the agency confirms it by lodging the filing itself
 */
public record TreatmentRule(
        List<Treatment> treatments, Set<FilingCategory> categories, boolean isConfirmedByLodging, Clause clause) {

    /**
     * One of them.
     *
     * @param code {@code ST01} …
     * @param zh as the source prints it
     */
    public record Treatment(String code, String zh) {}

    public TreatmentRule {
        treatments = List.copyOf(treatments);
        categories = Set.copyOf(categories);
    }

    /**
     * Whether a filing of the category may be for it.
     *
     * @param code null: a follow-up whose treatment the agency will say
     */
    boolean admits(FilingCategory category, @Nullable String code) {
        return categories.contains(category) && (code == null || find(code).isPresent());
    }

    public Optional<Treatment> find(String code) {
        return treatments.stream().filter(one -> one.code().equals(code)).findFirst();
    }
}
