package io.crosscare.chassis.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A label whose values nobody can make up without end. */
class BoundedLabelTest {

    @Test
    void tellsTheFirstValuesAndFoldsAllOthers() {
        BoundedLabel label = new BoundedLabel(2);

        assertThat(label.of("310000")).isEqualTo("310000");
        assertThat(label.of("321100")).isEqualTo("321100");
        assertThat(label.of("330100")).isEqualTo(BoundedLabel.OTHER);
        assertThat(label.of("310000")).isEqualTo("310000");
    }

    @Test
    void staysBoundedWhenManyComeAtOnce() {
        BoundedLabel label = new BoundedLabel(10);

        long distinct = IntStream.range(0, 1000)
                .parallel()
                .mapToObj(value -> label.of(String.valueOf(value)))
                .distinct()
                .count();

        assertThat(distinct).isEqualTo(11);
    }
}
