package io.crosscare.registry.model;

import java.util.Comparator;

/** In which order institutions are listed; among equals, and last, by their codes. */
public enum InstitutionOrder {
    CODE,
    /** By pinyin. */
    NAME,
    /** The highest first, unknown last. */
    LEVEL,
    /** By the code of the district, unknown last. */
    DISTRICT;

    private static final String LAST = "~";

    /** The order itself. */
    public Comparator<ListedInstitution> comparator() {
        Comparator<ListedInstitution> byName = Comparator.comparing(ListedInstitution::sortKey);
        Comparator<ListedInstitution> byCode =
                Comparator.comparing(one -> one.institution().code());
        return switch (this) {
            case CODE -> byCode;
            case NAME -> byName.thenComparing(byCode);
            case LEVEL ->
                Comparator.comparingInt(InstitutionOrder::rank)
                        .thenComparing(byName)
                        .thenComparing(byCode);
            case DISTRICT ->
                Comparator.comparing(InstitutionOrder::district)
                        .thenComparing(byName)
                        .thenComparing(byCode);
        };
    }

    private static int rank(ListedInstitution listed) {
        Marked<InstitutionLevel> level = listed.institution().level();
        if (level == null) {
            return Integer.MAX_VALUE;
        }
        return switch (level.value()) {
            case L3 -> 1;
            case L2 -> 2;
            case L1 -> 3;
            case COM -> 4;
        };
    }

    private static String district(ListedInstitution listed) {
        Marked<?> district = listed.institution().district();
        return district == null ? LAST : district.value().toString();
    }
}
