package io.crosscare.registry.pinyin;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.registry.model.Institution;
import io.crosscare.registry.model.ShippedFacts;
import io.crosscare.registry.model.SpokenName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Pinyin4jReadingsTest {

    private final Pinyin4jReadings readings = new Pinyin4jReadings();

    @ParameterizedTest(name = "{0} by {1}")
    @CsvSource({
        "镇江市第一人民医院, zjsdyrmyy",
        "镇江市第一人民医院, zhenjiangshidiyirenminyiyuan",
        "镇江市第一人民医院, ZhenJiang",
        "镇江市第一人民医院, zhen jiang shi",
        "镇江市第一人民医院, diyirenm",
        "镇江市第一人民医院, zhjsh",
        "句容市人民医院, jurong",
        "句容市人民医院, jrs",
        "南京六合区医院, liuhe",
        "南京六合区医院, luhe",
        "长征医院, changzheng",
        "长征医院, czyy",
        "重庆路社区卫生服务中心, chongqing",
        "莘庄医院, xinzhuang",
        "吕城医院, lvcheng",
        "吕城医院, lücheng",
        "上海市第6医院, shsd6yy",
    })
    void findsANameByHowItIsSpoken(String name, String written) {
        assertThat(readings.of(name).isWritten(written)).isTrue();
    }

    @ParameterizedTest(name = "{0} not by {1}")
    @CsvSource({
        "镇江市第一人民医院, zjdyrm",
        "镇江市第一人民医院, hen",
        "镇江市第一人民医院, zhenjiangx",
        "镇江市第一人民医院, yyy",
        "镇江市第一人民医院, 镇江",
        "镇江市第一人民医院, -",
        "（）, a",
    })
    void findsNothingElse(String name, String written) {
        assertThat(readings.of(name).isWritten(written)).isFalse();
    }

    @Test
    void readsEveryCharacterOfEveryShippedName() {
        List<String> unread = ShippedFacts.facts().institutions().stream()
                .map(Institution::name)
                .filter(name -> readings.of(name).syllables().size()
                        < name.replaceAll("[（）()]", "").length())
                .toList();

        assertThat(unread).isEmpty();
    }

    @Test
    void sortsByTheReadingThatNamesHave() {
        SpokenName first = readings.of("长征医院");
        SpokenName second = readings.of("重庆医院");

        assertThat(first.sortKey()).startsWith("chang ");
        assertThat(second.sortKey()).startsWith("chong ");
    }
}
