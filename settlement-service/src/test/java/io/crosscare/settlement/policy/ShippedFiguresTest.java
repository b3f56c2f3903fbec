package io.crosscare.settlement.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.money.Ratio;
import io.crosscare.settlement.benefit.model.Figure;
import io.crosscare.settlement.benefit.model.PolicyPack;
import io.crosscare.settlement.benefit.model.RatioBand;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The shipped packs say what the table of figures says: value, region and confidence of each. */
class ShippedFiguresTest {

    private record Row(String region, String value, String confidence, String reference) {}

    @Test
    void agreeWithTheTableOfFigures() throws IOException {
        Map<String, Row> table = table();

        for (PolicyPack pack : ShippedPacks.ALL) {
            for (Figure<?> figure : pack.figures()) {
                if (isReading(figure)) {
                    continue;
                }
                assertThat(table).as(pack.name()).containsKey(figure.id());
                Row row = Objects.requireNonNull(table.get(figure.id()));
                assertThat(valueOf(figure)).as(figure.id()).isEqualTo(row.value());
                assertThat(figure.confidence().word()).as(figure.id()).isEqualTo(row.confidence());
                assertThat(pack.region().value()).as(figure.id()).isEqualTo(row.region());
            }
        }
    }

    @Test
    void carryEveryFigureOfZhenjiangEmployees() throws IOException {
        List<String> carried = ShippedPacks.named("321100-employee-2019").figures().stream()
                .map(Figure::id)
                .toList();

        List<String> expected = table().keySet().stream()
                .filter(id -> id.startsWith("ZJ.EMP.") || id.startsWith("ZJ.IP."))
                .toList();
        assertThat(carried).containsAll(expected);
    }

    private static boolean isReading(Figure<?> figure) {
        return figure.id().startsWith("READING.") || figure.id().startsWith("CATALOGUE.");
    }

    private static String valueOf(Figure<?> figure) {
        return switch (figure.value()) {
            case Money amount -> Long.toString(amount.fen());
            case Ratio ratio -> Integer.toString(ratio.basisPoints());
            case Integer shift -> shift.toString();
            case List<?> bands ->
                bands.stream()
                        .map(RatioBand.class::cast)
                        .map(ShippedFiguresTest::valueOf)
                        .collect(Collectors.joining(";"));
            default -> throw new AssertionError("unexpected value of " + figure);
        };
    }

    private static String valueOf(RatioBand band) {
        Money upTo = band.upTo();
        return (upTo == null ? "*" : upTo.fen()) + ":" + band.ratio().basisPoints();
    }

    private static Map<String, Row> table() throws IOException {
        try (InputStream file = ShippedFiguresTest.class.getResourceAsStream("/golden/policy-figures.csv")) {
            assertThat(file).isNotNull();
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            Map<String, Row> rows = new HashMap<>();
            text.lines()
                    .skip(1)
                    .map(ShippedFiguresTest::fields)
                    .forEach(fields -> rows.put(
                            fields.get(0), new Row(fields.get(1), fields.get(4), fields.get(9), fields.get(11))));
            return rows;
        }
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == ',' && !isQuoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
