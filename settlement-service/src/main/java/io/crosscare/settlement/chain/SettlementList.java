package io.crosscare.settlement.chain;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Settlement;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Port to the settlements of an institution or an insured region, over all persons: the latest care first. */
public interface SettlementList {

    /**
     * Which settlements are wanted, undone or not. At least one of institution and region is given.
     *
     * @param from first of the days on which their care may end
     * @param to last of them; not so far from the first that they could not be named one by one
     * @param after the last settlement of the page before; null for the first page
     */
    record Wanted(
            @Nullable InstitutionCode institution,
            @Nullable RegionCode insuredRegion,
            LocalDate from,
            LocalDate to,
            @Nullable Place after) {

        /** How many days can be asked for at once. */
        public static final int DAYS_MAX = 366;

        public Wanted {
            if (institution == null && insuredRegion == null) {
                throw new IllegalArgumentException("somebody's settlements are wanted");
            }
            if (to.isBefore(from) || !from.plusDays(DAYS_MAX).isAfter(to)) {
                throw new IllegalArgumentException("at least one day and at most " + DAYS_MAX);
            }
        }

        /** The days that are still to come in the list. */
        public List<LocalDate> days() {
            LocalDate last = after == null || after.serviceTo().isAfter(to) ? to : after.serviceTo();
            return last.isBefore(from)
                    ? List.of()
                    : from.datesUntil(last.plusDays(1)).toList();
        }
    }

    /** Where a settlement stands in the list. */
    record Place(LocalDate serviceTo, EntryId id) {

        public static Place of(Settlement settlement) {
            return new Place(settlement.care().serviceTo(), settlement.id());
        }

        /** Whether a settlement comes later in the list. */
        public boolean isBefore(Settlement settlement) {
            int days = settlement.care().serviceTo().compareTo(serviceTo);
            return days < 0 || (days == 0 && settlement.id().value().compareTo(id.value()) < 0);
        }
    }

    /** All that are wanted, in the order of the list. */
    Flux<Settlement> list(Wanted wanted);
}
