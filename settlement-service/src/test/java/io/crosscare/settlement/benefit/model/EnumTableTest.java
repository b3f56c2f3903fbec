package io.crosscare.settlement.benefit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnumTableTest {

    @Test
    void findsWhatTheMapHolds() {
        Map<InstitutionLevel, Long> table =
                EnumTable.copyOf(InstitutionLevel.class, Map.of(InstitutionLevel.L3, 3L, InstitutionLevel.L1, 1L));

        assertThat(table.get(InstitutionLevel.L3)).isEqualTo(3);
        assertThat(table.get(InstitutionLevel.L2)).isNull();
        assertThat(table.containsKey(InstitutionLevel.L1)).isTrue();
        assertThat(table.containsKey(InstitutionLevel.COM)).isFalse();
        assertThat(table).isEqualTo(Map.of(InstitutionLevel.L3, 3L, InstitutionLevel.L1, 1L));
        assertThat(table.keySet()).containsExactly(InstitutionLevel.L1, InstitutionLevel.L3);
    }

    @Test
    void staysAsItIsWhenTheMapChanges() {
        EnumMap<InstitutionLevel, Long> map = new EnumMap<>(Map.of(InstitutionLevel.L3, 3L));
        Map<InstitutionLevel, Long> table = EnumTable.copyOf(InstitutionLevel.class, map);

        map.put(InstitutionLevel.L3, 4L);

        assertThat(table).isEqualTo(Map.of(InstitutionLevel.L3, 3L));
        assertThatThrownBy(() -> table.put(InstitutionLevel.L1, 1L)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(table::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void findsNothingWhereItIsEmpty() {
        Map<InstitutionLevel, Long> table = EnumTable.copyOf(InstitutionLevel.class, Map.of());

        assertThat(table).isEmpty();
        assertThat(table.get(InstitutionLevel.L3)).isNull();
    }
}
