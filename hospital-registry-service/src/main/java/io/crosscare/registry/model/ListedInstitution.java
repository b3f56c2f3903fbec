package io.crosscare.registry.model;

/**
 * An institution as lists hold it.
 *
 * @param sortKey of the name, by pinyin
 */
public record ListedInstitution(Versioned<Institution> stored, SpokenName spoken, String sortKey) {

    public static ListedInstitution of(Versioned<Institution> stored, SpokenName spoken) {
        return new ListedInstitution(stored, spoken, spoken.sortKey());
    }

    public Institution institution() {
        return stored.value();
    }
}
