package io.crosscare.filing.lodging.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule in its versions, each in force from its day until the next one's. Which one applies is decided by the first day of
 * the filing.
 *
 * @param <T> of the rule
 */
public record Dated<T>(List<Version<T>> versions) {

    /**
     * One version.
     *
     * @param <T> of the rule
     * @param from null: as far back as anybody knows
     */
    public record Version<T>(@Nullable LocalDate from, T rule) {

        boolean isInForceOn(LocalDate day) {
            return from == null || !from.isAfter(day);
        }
    }

    public Dated {
        versions = List.copyOf(versions);
        for (int i = 1; i < versions.size(); i++) {
            LocalDate before = versions.get(i - 1).from();
            LocalDate from = versions.get(i).from();
            if (from == null || (before != null && !before.isBefore(from))) {
                throw new IllegalArgumentException("the versions of a rule follow each other day by day");
            }
        }
    }

    /** A rule that nobody ever made. */
    public static <T> Dated<T> none() {
        return new Dated<>(List.of());
    }

    public Optional<T> on(LocalDate day) {
        return versions.stream()
                .filter(version -> version.isInForceOn(day))
                .reduce((_, later) -> later)
                .map(Version::rule);
    }
}
