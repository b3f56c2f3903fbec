package io.crosscare.chassis.region;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which codes can name a region of China: the first two digits are a province of GB/T 2260. Of Shanghai and Jiangsu the
 * prefecture is asked for as well; of the others no table is known here, and what is real must never be refused. Asked of what
 * people send, not of what is stored.
 */
public final class Provinces {

    /** GB/T 2260: the 34 of the first level. */
    private static final Set<String> CODES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82");

    private static final String PROVINCE_ITSELF = "00";

    /** 省本级: the pattern {@code xx9900} of pooling regions that are none of GB/T 2260. */
    private static final String OF_THE_PROVINCE = "99";

    /** The third and fourth digit where they are known: Shanghai's districts and its former counties, Jiangsu's thirteen cities. */
    private static final Map<String, Set<String>> PREFECTURES = Map.of(
            "31",
            Set.of("01", "02"),
            "32",
            Set.of("01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13"));

    private Provinces() {}

    /**
     * The region that somebody names.
     *
     * @throws IllegalArgumentException for what is no code, and for a code of no region of China
     */
    public static RegionCode requireRegion(String text) {
        RegionCode region = new RegionCode(text);
        if (!holds(region)) {
            throw new IllegalArgumentException("no province of China begins with these digits");
        }
        return region;
    }

    /** Whether the code can be one of a region of China. */
    public static boolean holds(RegionCode region) {
        String province = region.value().substring(0, 2);
        String prefecture = region.value().substring(2, 4);
        Set<String> known = PREFECTURES.get(province);
        Predicate<String> isKnown = known == null ? _ -> true : known::contains;
        return CODES.contains(province)
                && (prefecture.equals(PROVINCE_ITSELF)
                        || prefecture.equals(OF_THE_PROVINCE)
                        || isKnown.test(prefecture));
    }
}
