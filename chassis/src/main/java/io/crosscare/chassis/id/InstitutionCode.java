package io.crosscare.chassis.id;

import io.crosscare.chassis.region.RegionCode;
import java.util.regex.Pattern;

/**
 * The code of a designated institution in the national shape: {@code H}, the region, five digits. Provisional codes have the
 * same shape and are marked where they are shown (data/README.md).
 *
 * @param value for example {@code H31000000001}
 */
public record InstitutionCode(String value) implements Comparable<InstitutionCode> {

    private static final Pattern FORM = Pattern.compile("H[1-9][0-9]{10}");

    public InstitutionCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "an institution code is 'H', six digits of a region and five more digits");
        }
    }

    /** The region the code was given in. The registry, not the code, says where an institution is. */
    public RegionCode codeRegion() {
        return new RegionCode(value.substring(1, 7));
    }

    @Override
    public int compareTo(InstitutionCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
