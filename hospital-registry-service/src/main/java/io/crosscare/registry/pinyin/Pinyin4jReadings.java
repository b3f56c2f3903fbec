package io.crosscare.registry.pinyin;

import io.crosscare.registry.directory.Readings;
import io.crosscare.registry.model.SpokenName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.sourceforge.pinyin4j.PinyinHelper;
import net.sourceforge.pinyin4j.format.HanyuPinyinCaseType;
import net.sourceforge.pinyin4j.format.HanyuPinyinOutputFormat;
import net.sourceforge.pinyin4j.format.HanyuPinyinToneType;
import net.sourceforge.pinyin4j.format.HanyuPinyinVCharType;
import net.sourceforge.pinyin4j.format.exception.BadHanyuPinyinOutputFormatCombination;

/**
 * {@link Readings} by pinyin4j, which knows all readings of a character and not which of them a word wants. For finding that is
 * what is needed; for sorting the few characters whose first reading there is not the one of institutions' names are set right.
 */
public final class Pinyin4jReadings implements Readings {

    private static final HanyuPinyinOutputFormat FORMAT = format();

    /** Readings that come first in names of places and institutions. */
    private static final Map<Character, String> USUAL = Map.ofEntries(
            Map.entry('万', "wan"),
            Map.entry('乐', "le"),
            Map.entry('会', "hui"),
            Map.entry('六', "liu"),
            Map.entry('厦', "xia"),
            Map.entry('句', "ju"),
            Map.entry('大', "da"),
            Map.entry('宿', "su"),
            Map.entry('石', "shi"),
            Map.entry('莘', "xin"),
            Map.entry('行', "hang"),
            Map.entry('车', "che"),
            Map.entry('都', "du"),
            Map.entry('重', "chong"),
            Map.entry('长', "chang"));

    /** Reads the dictionary, which is a file, before anybody asks who must not wait. */
    public Pinyin4jReadings() {
        if (known('镇').isEmpty()) {
            throw new IllegalStateException("the dictionary of pinyin4j is empty");
        }
    }

    @Override
    public SpokenName of(String name) {
        List<List<String>> syllables = new ArrayList<>();
        name.chars().forEach(character -> {
            List<String> readings = readingsOf((char) character);
            if (!readings.isEmpty()) {
                syllables.add(readings);
            }
        });
        return new SpokenName(syllables);
    }

    private static List<String> readingsOf(char character) {
        if (character < 128) {
            return Character.isLetterOrDigit(character)
                    ? List.of(String.valueOf(character).toLowerCase(Locale.ROOT))
                    : List.of();
        }
        Set<String> readings = new LinkedHashSet<>();
        String usual = USUAL.get(character);
        if (usual != null) {
            readings.add(usual);
        }
        readings.addAll(known(character));
        return List.copyOf(readings);
    }

    private static List<String> known(char character) {
        try {
            String[] readings = PinyinHelper.toHanyuPinyinStringArray(character, FORMAT);
            return readings == null ? List.of() : Arrays.asList(readings);
        } catch (BadHanyuPinyinOutputFormatCombination e) {
            throw new IllegalStateException("the format is one that exists", e);
        }
    }

    private static HanyuPinyinOutputFormat format() {
        HanyuPinyinOutputFormat format = new HanyuPinyinOutputFormat();
        format.setCaseType(HanyuPinyinCaseType.LOWERCASE);
        format.setToneType(HanyuPinyinToneType.WITHOUT_TONE);
        format.setVCharType(HanyuPinyinVCharType.WITH_V);
        return format;
    }
}
