package io.crosscare.filing.lodging.pack;

import io.crosscare.filing.insured.model.InsurancePlan;
import io.crosscare.filing.lodging.model.ChangeRule;
import io.crosscare.filing.lodging.model.ChannelRule;
import io.crosscare.filing.lodging.model.FilingCategory;
import io.crosscare.filing.lodging.model.FilingChannel;
import io.crosscare.filing.lodging.model.LodgerKind;
import io.crosscare.filing.lodging.model.PlacesRule;
import io.crosscare.filing.lodging.model.PromiseRule;
import io.crosscare.filing.lodging.model.ReminderRule;
import io.crosscare.filing.lodging.model.SourcesRule;
import io.crosscare.filing.lodging.model.TreatmentRule;
import io.crosscare.filing.lodging.pack.FilingRulesPack.ClausePart;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How filings come, change and end, as the resource writes it. */
final class ManagedParts {

    private ManagedParts() {}

    /** A way by which filings come. */
    record ChannelPart(
            FilingChannel channel,
            boolean open,
            @Nullable Set<FilingCategory> categories,
            @Nullable Set<LodgerKind> lodgers,
            boolean reviewed,
            ClausePart clause) {

        ChannelRule toRule() {
            return new ChannelRule(
                    channel,
                    open,
                    FilingRulesPack.orNone(categories),
                    FilingRulesPack.orNone(lodgers),
                    reviewed,
                    clause.toClause());
        }
    }

    /**
     * Filing on a promise, from a day on.
     *
     * @param admission null where the clause says also who may
     */
    record PromisePart(
            @Nullable LocalDate from,
            Set<InsurancePlan> plans,
            Set<FilingCategory> categories,
            int deadlineDays,
            ClausePart deadline,
            int lockedMonths,
            @Nullable ClausePart admission,
            ClausePart clause) {

        PromiseRule toRule() {
            return new PromiseRule(
                    plans,
                    categories,
                    deadlineDays,
                    lockedMonths,
                    (admission == null ? clause : admission).toClause(),
                    clause.toClause(),
                    deadline.toClause());
        }
    }

    /** Several places at once, from a day on. */
    record PlacesPart(@Nullable LocalDate from, int placesMax, boolean besidesPromise, ClausePart clause) {

        PlacesRule toRule() {
            return new PlacesRule(placesMax, besidesPromise, clause.toClause());
        }
    }

    /** What may be changed. */
    record ChangePart(Set<FilingCategory> interchangeable, ClausePart clause, ClausePart overlap) {

        ChangeRule toRule() {
            return new ChangeRule(interchangeable, clause.toClause(), overlap.toClause());
        }
    }

    /** The special treatments. */
    record TreatmentsPart(
            List<TreatmentPart> treatments,
            Set<FilingCategory> categories,
            boolean confirmedByLodging,
            ClausePart clause) {

        TreatmentRule toRule() {
            return new TreatmentRule(
                    treatments.stream()
                            .map(part -> new TreatmentRule.Treatment(part.code(), part.zh()))
                            .toList(),
                    categories,
                    confirmedByLodging,
                    clause.toClause());
        }
    }

    /** One special treatment. */
    record TreatmentPart(String code, String zh) {}

    /** When people are told. */
    record ReminderPart(int endingDays, int promiseDays, ClausePart clause) {

        ReminderRule toRule() {
            return new ReminderRule(endingDays, promiseDays, clause.toClause());
        }
    }

    /** How far back the sources speak. */
    record SourcesPart(LocalDate from, ClausePart clause) {

        SourcesRule toRule() {
            return new SourcesRule(from, clause.toClause());
        }
    }
}
