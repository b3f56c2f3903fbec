package io.crosscare.filing.lodging.pack;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.insured.model.InsurancePlan;
import io.crosscare.filing.lodging.model.Condition;
import io.crosscare.filing.lodging.model.DoctorTitle;
import io.crosscare.filing.lodging.model.FilingChannel;
import io.crosscare.filing.lodging.model.InstitutionLevel;
import io.crosscare.filing.lodging.model.Material;
import io.crosscare.filing.lodging.model.ResidenceGround;
import io.crosscare.filing.lodging.pack.FilingRulesPack.ClausePart;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has to be met and what has to be shown, as the resource writes it. */
final class ConditionParts {

    private ConditionParts() {}

    /** The kinds of conditions there are. */
    enum ConditionKind {
        LIVES_ELSEWHERE,
        EMPLOYED_AT_HOME,
        TREATED_ELSEWHERE,
        REFERRED
    }

    /** The conditions of a category from a day on. */
    record ConditionsPart(@Nullable LocalDate from, List<ConditionPart> all) {

        List<Condition> toConditions(RegionCode region, Set<RegionCode> home) {
            return all.stream().map(part -> part.toCondition(region, home)).toList();
        }
    }

    /** One condition; what its kind does not need is left out. */
    record ConditionPart(
            ConditionKind kind,
            @Nullable List<GroundPart> grounds,
            @Nullable Set<InstitutionLevel> levels,
            @Nullable Set<DoctorTitle> doctorTitles,
            ClausePart clause) {

        Condition toCondition(RegionCode region, Set<RegionCode> home) {
            return switch (kind) {
                case LIVES_ELSEWHERE -> new Condition.LivesElsewhere(groundsOf(), clause.toClause());
                case EMPLOYED_AT_HOME -> new Condition.EmployedAtHome(region, home, clause.toClause());
                case TREATED_ELSEWHERE -> new Condition.TreatedElsewhere(clause.toClause());
                case REFERRED ->
                    new Condition.Referred(
                            region,
                            home,
                            FilingRulesPack.orNone(levels),
                            FilingRulesPack.orNone(doctorTitles),
                            clause.toClause());
            };
        }

        private List<Condition.LivesElsewhere.Ground> groundsOf() {
            List<GroundPart> given = grounds;
            if (given == null || given.isEmpty()) {
                throw new IllegalArgumentException("a condition of residence has grounds");
            }
            return given.stream()
                    .map(part -> new Condition.LivesElsewhere.Ground(part.ground(), part.monthsAwayMin()))
                    .toList();
        }
    }

    /** A ground of residence that is accepted. */
    record GroundPart(ResidenceGround ground, @Nullable Integer monthsAwayMin) {}

    /** A paper to be shown. */
    record MaterialPart(
            String code,
            String zh,
            String en,
            @Nullable Set<InsurancePlan> plans,
            @Nullable Set<FilingChannel> channels,
            @Nullable ResidenceGround ground,
            ClausePart clause) {

        Material toMaterial() {
            return new Material(
                    code,
                    zh,
                    en,
                    FilingRulesPack.orNone(plans),
                    FilingRulesPack.orNone(channels),
                    ground,
                    clause.toClause());
        }
    }
}
