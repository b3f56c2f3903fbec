package io.crosscare.settlement.direct.model;

import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.benefit.model.ContinuedAdmission;
import io.crosscare.settlement.benefit.model.Counter;
import io.crosscare.settlement.chain.model.Care;
import io.crosscare.settlement.chain.model.Settlement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the live settlements of a stay have come to so far: from them follows what the next one of the same stay still has to
 * charge.
 */
public record SettledParts(List<Settlement> live) {

    public static final SettledParts NONE = new SettledParts(List.of());

    public SettledParts {
        live = List.copyOf(live);
    }

    /** For the next settlement; null where it begins the admission. */
    public @Nullable ContinuedAdmission continued() {
        if (live.isEmpty()) {
            return null;
        }
        Money paid = live.stream()
                .map(settlement -> settlement.amounts().deductible())
                .reduce(Money.ZERO, Money::plus);
        return new ContinuedAdmission(number(), paid);
    }

    /** First day that no live settlement covers; empty where the first day of the stay is. */
    public Optional<LocalDate> continuesOn() {
        return live.stream()
                .map(Settlement::care)
                .map(Care::serviceTo)
                .max(LocalDate::compareTo)
                .map(last -> last.plusDays(1));
    }

    private long number() {
        return live.stream()
                .flatMapToLong(settlement -> settlement.counted().values().entrySet().stream()
                        .filter(SettledParts::countsAdmission)
                        .mapToLong(counted -> settlement.splitOn().value(counted.getKey()) + 1))
                .max()
                .orElse(0);
    }

    private static boolean countsAdmission(Map.Entry<String, Long> move) {
        return move.getKey().endsWith("/" + Counter.ADMISSIONS.word()) && move.getValue() > 0;
    }
}
