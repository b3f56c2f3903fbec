package io.crosscare.filing.lodging.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a region's rules say to one application for a filing: yes and for which days, or no and under which clause. */
public sealed interface Decision {

    /**
     * Yes.
     *
     * @param vouchedFor facts the application leaves out and the agency that lodges it has seen
     * @param isReviewed whether the agency has to look at it first
     * @param promiseDays from the day on which the promise was signed until the papers are due; null where nothing is promised
     */
    record Admitted(
            FilingPeriod period,
            Set<FactName> vouchedFor,
            boolean isReviewed,
            @Nullable Integer promiseDays) implements Decision {

        public Admitted {
            vouchedFor = Set.copyOf(vouchedFor);
        }
    }

    /** No, with the clause that decides. */
    sealed interface Refused extends Decision {

        Clause clause();
    }

    /** The person's plan may not file under this category at all. */
    record CategoryClosed(Clause clause, Set<FilingCategory> open) implements Refused {

        public CategoryClosed {
            open = Set.copyOf(open);
        }
    }

    record PersonTypeNotAdmitted(Admission admission, List<Material> materials) implements Refused {

        public PersonTypeNotAdmitted {
            materials = List.copyOf(materials);
        }

        @Override
        public Clause clause() {
            return admission.clause();
        }
    }

    record HouseholdElsewhere(Admission admission, List<Material> materials) implements Refused {

        public HouseholdElsewhere {
            materials = List.copyOf(materials);
        }

        @Override
        public Clause clause() {
            return admission.clause();
        }
    }

    /** The region does not take such a filing by this way, or not from this caller. */
    record ChannelClosed(Clause clause, Set<FilingChannel> open) implements Refused {

        public ChannelClosed {
            open = Set.copyOf(open);
        }
    }

    /**
     * This plan or category is not filed on a promise.
     *
     * @param open the categories that are, for this plan
     */
    record PromiseNotAdmitted(Clause clause, Set<FilingCategory> open) implements Refused {

        public PromiseNotAdmitted {
            open = Set.copyOf(open);
        }
    }

    /** A condition is not met; the papers are those of the category. */
    record ConditionNotMet(Clause clause, Shortcoming shortcoming, List<Material> materials) implements Refused {

        public ConditionNotMet {
            materials = List.copyOf(materials);
        }
    }

    record PeriodTooLong(Validity validity) implements Refused {

        @Override
        public Clause clause() {
            return validity.clause();
        }
    }

    /** The person is filed for as many places as the rule allows, or for one on a promise. */
    record PlacesTaken(Clause clause, Remedy remedy) implements Refused {

        /** What would let the filing be taken. */
        public enum Remedy {
            /** The papers brought at once, without a promise. */
            PAPERS,
            /** The papers of the filing that was promised before. */
            SUPPLEMENT,
            /** Both. */
            PAPERS_AND_SUPPLEMENT,
            /** One place less. */
            FEWER_PLACES
        }
    }

    /** A filing on a promise stays as it is until this day. */
    record PromiseLocked(Clause clause, LocalDate until) implements Refused {}

    /** A category that cannot be changed into the other one. */
    record CategoryNotChangeable(Clause clause) implements Refused {}

    /** The region has no such special treatment, or not for this category. */
    record TreatmentNotAdmitted(Clause clause) implements Refused {}
}
