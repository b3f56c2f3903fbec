package io.crosscare.filing.lodging.model;

/** For how many months a filing of a category counts at most; it counts so long when no end is given. */
public record Validity(int months, Clause clause) {

    public Validity {
        if (months < 1 || months > 120) {
            throw new IllegalArgumentException("a validity has 1 to 120 months");
        }
    }
}
