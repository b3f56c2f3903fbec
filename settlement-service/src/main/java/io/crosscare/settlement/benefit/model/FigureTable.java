package io.crosscare.settlement.benefit.model;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Figures by person type and level of the institution of care. A cell may be empty: the figure is not known, and a bill that
 * needs it is refused rather than guessed.
 */
public record FigureTable<V>(Map<PersonType, Map<InstitutionLevel, Figure<V>>> cells) {

    public FigureTable {
        EnumMap<PersonType, Map<InstitutionLevel, Figure<V>>> copy = new EnumMap<>(PersonType.class);
        cells.forEach((personType, row) -> copy.put(personType, EnumTable.copyOf(InstitutionLevel.class, row)));
        cells = EnumTable.copyOf(PersonType.class, copy);
    }

    public Optional<Figure<V>> find(PersonType personType, InstitutionLevel level) {
        return Optional.ofNullable(cells.getOrDefault(personType, Map.of()).get(level));
    }
}
