package io.crosscare.filing.lodging.model;

import io.crosscare.chassis.region.RegionCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A condition for filing under a category, which the facts of an application meet or break. */
public sealed interface Condition {

    Clause clause();

    FactName fact();

    /** What the application lacks; empty where the condition is met. */
    Optional<Shortcoming> shortcomingOf(Application application);

    /**
     * The person lives elsewhere on one of the accepted grounds. Whoever files on a promise is only about to go there, so has
     * not been away for any time.
     */
    record LivesElsewhere(List<Ground> grounds, Clause clause) implements Condition {

        /**
         * A ground that is accepted.
         *
         * @param monthsAwayMin without a break, counted to the first day of the filing; null: from the first day
         */
        public record Ground(
                ResidenceGround ground, @Nullable Integer monthsAwayMin) {}

        public LivesElsewhere {
            grounds = List.copyOf(grounds);
        }

        @Override
        public FactName fact() {
            return FactName.RESIDENCE;
        }

        @Override
        public Optional<Shortcoming> shortcomingOf(Application application) {
            Residence residence = application.facts().residence();
            if (residence == null) {
                return Optional.of(new Shortcoming.NotStated(fact()));
            }
            Optional<Ground> ground = grounds.stream()
                    .filter(one -> one.ground() == residence.ground())
                    .findFirst();
            if (ground.isEmpty()) {
                return Optional.of(new Shortcoming.GroundNotAccepted(
                        grounds.stream().map(Ground::ground).collect(Collectors.toUnmodifiableSet())));
            }
            if (residence.ground() == ResidenceGround.HOUSEHOLD_MOVED
                    && !application.careRegion().contains(householdOf(application, residence))) {
                return Optional.of(new Shortcoming.HouseholdNotMoved(application.careRegion()));
            }
            return application.isPromise()
                    ? Optional.empty()
                    : lackOfMonths(ground.get(), residence, application.from());
        }

        private static RegionCode householdOf(Application application, Residence residence) {
            RegionCode shown = residence.householdRegistration();
            return shown == null ? application.person().householdRegistration() : shown;
        }

        private static Optional<Shortcoming> lackOfMonths(Ground ground, Residence residence, LocalDate day) {
            Integer months = ground.monthsAwayMin();
            LocalDate since = residence.awaySince();
            if (months == null) {
                return Optional.empty();
            }
            if (since == null) {
                return Optional.of(new Shortcoming.NotStated(FactName.RESIDENCE));
            }
            LocalDate enoughOn = since.plusMonths(months);
            return enoughOn.isAfter(day)
                    ? Optional.of(new Shortcoming.NotAwayLongEnough(months, enoughOn))
                    : Optional.empty();
        }
    }

    /** The person's employer takes part in the insurance of one of the regions. */
    record EmployedAtHome(RegionCode insuredRegion, Set<RegionCode> regions, Clause clause) implements Condition {

        public EmployedAtHome {
            regions = Set.copyOf(regions);
        }

        @Override
        public FactName fact() {
            return FactName.EMPLOYER;
        }

        @Override
        public Optional<Shortcoming> shortcomingOf(Application application) {
            Employer employer = application.facts().employer();
            if (employer == null) {
                return Optional.of(new Shortcoming.NotStated(fact()));
            }
            return regions.contains(employer.insuredRegion())
                    ? Optional.empty()
                    : Optional.of(new Shortcoming.EmployerElsewhere(insuredRegion));
        }
    }

    /** The illness has to be treated elsewhere. */
    record TreatedElsewhere(Clause clause) implements Condition {

        @Override
        public FactName fact() {
            return FactName.TREATMENT_ELSEWHERE;
        }

        @Override
        public Optional<Shortcoming> shortcomingOf(Application application) {
            Boolean stated = application.facts().treatmentElsewhere();
            if (stated == null) {
                return Optional.of(new Shortcoming.NotStated(fact()));
            }
            return stated ? Optional.empty() : Optional.of(new Shortcoming.TreatableAtHome());
        }
    }

    /** A hospital of the insured region refers the person; its doctor has signed, and its insurance office has stamped. */
    record Referred(
            RegionCode insuredRegion,
            Set<RegionCode> regions,
            Set<InstitutionLevel> levels,
            Set<DoctorTitle> doctorTitles,
            Clause clause)
            implements Condition {

        public Referred {
            regions = Set.copyOf(regions);
            levels = Set.copyOf(levels);
            doctorTitles = Set.copyOf(doctorTitles);
        }

        @Override
        public FactName fact() {
            return FactName.REFERRAL;
        }

        @Override
        public Optional<Shortcoming> shortcomingOf(Application application) {
            Referral referral = application.facts().referral();
            if (referral == null) {
                return Optional.of(new Shortcoming.NotStated(fact()));
            }
            if (!regions.contains(referral.institution().codeRegion())) {
                return Optional.of(new Shortcoming.HospitalElsewhere(insuredRegion));
            }
            InstitutionLevel registered = application.registeredLevel();
            if (registered != null && registered != referral.level()) {
                return Optional.of(new Shortcoming.LevelDiffers(referral.level(), registered));
            }
            if (!levels.contains(referral.level())) {
                return Optional.of(new Shortcoming.LevelNotAccepted(levels));
            }
            if (!doctorTitles.contains(referral.doctorTitle())) {
                return Optional.of(new Shortcoming.TitleNotAccepted(doctorTitles));
            }
            return referral.isStamped() ? Optional.empty() : Optional.of(new Shortcoming.NotStamped());
        }
    }
}
