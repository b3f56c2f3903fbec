package io.crosscare.filing.lodging.pack;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.insured.model.InsurancePlan;
import io.crosscare.filing.insured.model.PersonType;
import io.crosscare.filing.lodging.FilingRules;
import io.crosscare.filing.lodging.model.Admission;
import io.crosscare.filing.lodging.model.CategoryRule;
import io.crosscare.filing.lodging.model.Clause;
import io.crosscare.filing.lodging.model.FilingCategory;
import io.crosscare.filing.lodging.model.Mark;
import io.crosscare.filing.lodging.model.RegionRules;
import io.crosscare.filing.lodging.model.Validity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The form of the JSON resource that holds the filing rules. An unknown word, a missing part or a rule given twice keeps the
 * service from starting.
 */
public record FilingRulesPack(String note, List<RegionPart> regions) {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** One pooling region. */
    record RegionPart(String region, List<String> home, ClausePart populations, List<CategoryPart> categories) {}

    /** One category of a region. */
    record CategoryPart(
            FilingCategory category,
            @Nullable ValidityPart validity,
            List<AdmissionPart> admissions,
            List<String> materials) {}

    /** One plan of a category. */
    record AdmissionPart(
            InsurancePlan plan,
            @Nullable Set<PersonType> personTypes,
            @Nullable Set<String> householdRegistrations,
            ClausePart clause) {}

    /** How long filings of a category count. */
    record ValidityPart(int months, ClausePart clause) {}

    /** A rule in words. */
    record ClausePart(String zh, String en, String source, String mark) {}

    /** The rules in a resource of the class path. */
    public static FilingRules load(String resource) {
        try (InputStream stream = FilingRulesPack.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return STRICT.readValue(stream, FilingRulesPack.class).toRules();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FilingRules toRules() {
        return new FilingRules(regions.stream().map(FilingRulesPack::rulesOf).toList());
    }

    private static RegionRules rulesOf(RegionPart part) {
        return new RegionRules(
                new RegionCode(part.region()),
                regionsOf(Set.copyOf(part.home())),
                clauseOf(part.populations()),
                part.categories().stream().map(FilingRulesPack::categoryOf).toList());
    }

    private static CategoryRule categoryOf(CategoryPart part) {
        return new CategoryRule(
                part.category(),
                part.admissions().stream().map(FilingRulesPack::admissionOf).toList(),
                validityOf(part.validity()),
                part.materials());
    }

    private static Admission admissionOf(AdmissionPart part) {
        Set<PersonType> personTypes = orNone(part.personTypes());
        if (!personTypes.stream().allMatch(part.plan()::knows)) {
            throw new IllegalArgumentException("plan " + part.plan() + " does not know these person types");
        }
        return new Admission(
                part.plan(), personTypes, regionsOf(orNone(part.householdRegistrations())), clauseOf(part.clause()));
    }

    private static @Nullable Validity validityOf(@Nullable ValidityPart part) {
        return part == null ? null : new Validity(part.months(), clauseOf(part.clause()));
    }

    private static Clause clauseOf(ClausePart part) {
        return new Clause(part.zh(), part.en(), part.source(), Mark.ofZh(part.mark()));
    }

    private static Set<RegionCode> regionsOf(Set<String> codes) {
        return codes.stream().map(RegionCode::new).collect(Collectors.toUnmodifiableSet());
    }

    private static <T> Set<T> orNone(@Nullable Set<T> given) {
        return given == null ? Set.of() : given;
    }
}
