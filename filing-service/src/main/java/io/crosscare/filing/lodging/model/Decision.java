package io.crosscare.filing.lodging.model;

import java.util.List;
import java.util.Set;

/** What a region's rules say to one application for a filing: yes and for which days, or no and under which clause. */
public sealed interface Decision {

    record Admitted(FilingPeriod period) implements Decision {}

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

    record PersonTypeNotAdmitted(Admission admission, List<String> materials) implements Refused {

        public PersonTypeNotAdmitted {
            materials = List.copyOf(materials);
        }

        @Override
        public Clause clause() {
            return admission.clause();
        }
    }

    record HouseholdElsewhere(Admission admission, List<String> materials) implements Refused {

        public HouseholdElsewhere {
            materials = List.copyOf(materials);
        }

        @Override
        public Clause clause() {
            return admission.clause();
        }
    }

    record PeriodTooLong(Validity validity) implements Refused {

        @Override
        public Clause clause() {
            return validity.clause();
        }
    }
}
