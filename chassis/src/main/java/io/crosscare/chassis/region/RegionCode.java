package io.crosscare.chassis.region;

/**
 * Six digits of GB/T 2260, or a pooling region's own code in the same form (省本级: {@code 339900}). The first two digits are
 * the province, the first four the prefecture-level city.
 *
 * @param value six digits, for example {@code 321100} Zhenjiang
 */
public record RegionCode(String value) implements Comparable<RegionCode> {

    public RegionCode {
        if (value.length() != 6 || !value.chars().allMatch(c -> c >= '0' && c <= '9') || value.startsWith("0")) {
            throw new IllegalArgumentException("a region code has six digits and does not begin with 0");
        }
    }

    /** The province or direct-administered city this region lies in: {@code 320000} for {@code 321100}. */
    public RegionCode province() {
        return new RegionCode(value.substring(0, 2) + "0000");
    }

    /** The prefecture-level city this region lies in: {@code 321100} for {@code 321102}; a province is its own. */
    public RegionCode city() {
        return new RegionCode(value.substring(0, 4) + "00");
    }

    public boolean isProvince() {
        return value.endsWith("0000");
    }

    public boolean isSameProvinceAs(RegionCode other) {
        return value.regionMatches(0, other.value, 0, 2);
    }

    /** A municipality is one city. */
    public boolean isSameCityAs(RegionCode other) {
        return isMunicipality() ? isSameProvinceAs(other) : value.regionMatches(0, other.value, 0, 4);
    }

    /**
     * Whether the other region is this one or lies inside it: a province contains its cities, a city its districts. A code
     * that ends in {@code 9900} (省本级) is a pooling region of its own and lies in its province.
     */
    public boolean contains(RegionCode other) {
        if (equals(other)) {
            return true;
        }
        if (isProvince()) {
            return isSameProvinceAs(other);
        }
        return value.endsWith("00") && value.regionMatches(0, other.value, 0, 4);
    }

    /** Whether this is, or lies in, Beijing, Tianjin, Shanghai or Chongqing. */
    public boolean isMunicipality() {
        return switch (value.substring(0, 2)) {
            case "11", "12", "31", "50" -> true;
            default -> false;
        };
    }

    @Override
    public int compareTo(RegionCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
