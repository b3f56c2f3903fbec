package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.money.Ratio;
import java.util.List;

/** The fund's share as it holds for one bill, and how it came about. */
public sealed interface EffectiveRatio {

    Ratio ratio();

    List<Figure<?>> figures();

    /** The ratio of the person's own terms at the level of the institution of care. */
    record Own(Figure<Ratio> base) implements EffectiveRatio {

        @Override
        public Ratio ratio() {
            return base.value();
        }

        @Override
        public List<Figure<?>> figures() {
            return List.of(base);
        }
    }

    /** Moved by so many points because of a transfer. */
    record Shifted(Figure<Ratio> base, Figure<Integer> shift) implements EffectiveRatio {

        @Override
        public Ratio ratio() {
            return base.value().shiftedBy(shift.value());
        }

        @Override
        public List<Figure<?>> figures() {
            return List.of(base, shift);
        }
    }

    /** A share of the ratio at the person's own designated clinic, whatever the institution of care (Z 六, residents). */
    record ClinicShare(Figure<Ratio> clinic, Figure<Ratio> share) implements EffectiveRatio {

        @Override
        public Ratio ratio() {
            return share.value().of(clinic.value());
        }

        @Override
        public List<Figure<?>> figures() {
            return List.of(clinic, share);
        }
    }
}
