package io.crosscare.filing.lodging.model;

import io.crosscare.chassis.region.RegionCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What the facts of an application lack to meet a condition. */
public sealed interface Shortcoming {

    FactName fact();

    /** Nobody states the fact, and nobody vouches for it. */
    record NotStated(FactName fact) implements Shortcoming {}

    record GroundNotAccepted(Set<ResidenceGround> accepted) implements Shortcoming {

        public GroundNotAccepted {
            accepted = Set.copyOf(accepted);
        }

        @Override
        public FactName fact() {
            return FactName.RESIDENCE;
        }
    }

    /**
     * The person has not been away for so long.
     *
     * @param enoughOn the first day on which it is long enough
     */
    record NotAwayLongEnough(int months, LocalDate enoughOn) implements Shortcoming {

        @Override
        public FactName fact() {
            return FactName.RESIDENCE;
        }
    }

    /** The household is not registered in the care region. */
    record HouseholdNotMoved(RegionCode careRegion) implements Shortcoming {

        @Override
        public FactName fact() {
            return FactName.RESIDENCE;
        }
    }

    /** The employer takes part in another region's insurance. */
    record EmployerElsewhere(RegionCode insuredRegion) implements Shortcoming {

        @Override
        public FactName fact() {
            return FactName.EMPLOYER;
        }
    }

    /** The illness can be treated at home. */
    record TreatableAtHome() implements Shortcoming {

        @Override
        public FactName fact() {
            return FactName.TREATMENT_ELSEWHERE;
        }
    }

    /** The hospital that refers lies elsewhere. */
    record HospitalElsewhere(RegionCode insuredRegion) implements Shortcoming {

        @Override
        public FactName fact() {
            return FactName.REFERRAL;
        }
    }

    record LevelNotAccepted(Set<InstitutionLevel> accepted) implements Shortcoming {

        public LevelNotAccepted {
            accepted = Set.copyOf(accepted);
        }

        @Override
        public FactName fact() {
            return FactName.REFERRAL;
        }
    }

    /**
     * The registry has the hospital at another level.
     *
     * @param registered as the registry has it
     */
    record LevelDiffers(InstitutionLevel stated, InstitutionLevel registered) implements Shortcoming {

        @Override
        public FactName fact() {
            return FactName.REFERRAL;
        }
    }

    record TitleNotAccepted(Set<DoctorTitle> accepted) implements Shortcoming {

        public TitleNotAccepted {
            accepted = Set.copyOf(accepted);
        }

        @Override
        public FactName fact() {
            return FactName.REFERRAL;
        }
    }

    /** The hospital's insurance office has not stamped the form. */
    record NotStamped() implements Shortcoming {

        @Override
        public FactName fact() {
            return FactName.REFERRAL;
        }
    }

    record MaterialsMissing(List<Material> missing) implements Shortcoming {

        public MaterialsMissing {
            missing = List.copyOf(missing);
        }

        @Override
        public FactName fact() {
            return FactName.MATERIALS;
        }
    }
}
