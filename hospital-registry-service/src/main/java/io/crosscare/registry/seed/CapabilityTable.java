package io.crosscare.registry.seed;

import io.crosscare.registry.model.CapabilityBook;
import io.crosscare.registry.model.CapabilityKind;
import io.crosscare.registry.model.ServiceType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads capabilities.csv: a row is all it takes for institutions to be open for something new. */
final class CapabilityTable {

    private static final String SEPARATOR = "\\+";

    private CapabilityTable() {}

    static CapabilityBook read(SeedTable table) {
        return new CapabilityBook(table.map(CapabilityTable::kind));
    }

    private static CapabilityKind kind(SeedRow row) {
        return new CapabilityKind(
                row.text("name"),
                row.text("name_zh"),
                row.text("name_en"),
                row.parsed("service_types", CapabilityTable::serviceTypes),
                row.text("source"));
    }

    private static List<ServiceType> serviceTypes(String text) {
        return Stream.of(text.split(SEPARATOR, -1))
                .map(word -> ServiceType.valueOf(word.toUpperCase(Locale.ROOT)))
                .toList();
    }
}
