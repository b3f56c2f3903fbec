package io.crosscare.filing.lodging.pack;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.insured.model.InsurancePlan;
import io.crosscare.filing.insured.model.PersonType;
import io.crosscare.filing.lodging.FilingRules;
import io.crosscare.filing.lodging.model.Admission;
import io.crosscare.filing.lodging.model.CategoryRule;
import io.crosscare.filing.lodging.model.Clause;
import io.crosscare.filing.lodging.model.Dated;
import io.crosscare.filing.lodging.model.FilingCategory;
import io.crosscare.filing.lodging.model.Mark;
import io.crosscare.filing.lodging.model.RegionRules;
import io.crosscare.filing.lodging.model.Validity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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
    record RegionPart(
            String region,
            List<String> home,
            ClausePart populations,
            List<CategoryPart> categories,
            ClausePart channelsClause,
            List<ManagedParts.ChannelPart> channels,
            List<ManagedParts.PromisePart> promise,
            List<ManagedParts.PlacesPart> places,
            ManagedParts.ChangePart changes,
            ManagedParts.@Nullable TreatmentsPart treatments,
            ClausePart noTreatments,
            ManagedParts.ReminderPart reminders,
            ManagedParts.@Nullable SourcesPart sources) {}

    /** One category of a region. */
    record CategoryPart(
            FilingCategory category,
            List<AdmissionPart> admissions,
            List<ConditionParts.ConditionsPart> conditions,
            List<ValidityPart> validity,
            List<ConditionParts.MaterialPart> materials) {}

    /** One plan of a category. */
    record AdmissionPart(
            InsurancePlan plan,
            @Nullable Set<PersonType> personTypes,
            @Nullable Set<String> householdRegistrations,
            ClausePart clause) {}

    /** How long filings of a category count. */
    record ValidityPart(@Nullable LocalDate from, int months, ClausePart clause) {}

    /** A rule in words. */
    record ClausePart(String zh, String en, String source, String mark) {

        Clause toClause() {
            return new Clause(zh, en, source, Mark.ofZh(mark));
        }
    }

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
        RegionCode region = new RegionCode(part.region());
        Set<RegionCode> home = regionsOf(Set.copyOf(part.home()));
        ManagedParts.TreatmentsPart treatments = part.treatments();
        ManagedParts.SourcesPart sources = part.sources();
        return new RegionRules(
                region,
                home,
                part.populations().toClause(),
                part.categories().stream()
                        .map(category -> categoryOf(category, region, home))
                        .toList(),
                part.channelsClause().toClause(),
                part.channels().stream().map(ManagedParts.ChannelPart::toRule).toList(),
                dated(part.promise(), ManagedParts.PromisePart::from, ManagedParts.PromisePart::toRule),
                dated(part.places(), ManagedParts.PlacesPart::from, ManagedParts.PlacesPart::toRule),
                part.changes().toRule(),
                treatments == null ? null : treatments.toRule(),
                part.noTreatments().toClause(),
                part.reminders().toRule(),
                sources == null ? null : sources.toRule());
    }

    private static CategoryRule categoryOf(CategoryPart part, RegionCode region, Set<RegionCode> home) {
        return new CategoryRule(
                part.category(),
                part.admissions().stream().map(FilingRulesPack::admissionOf).toList(),
                dated(
                        part.conditions(),
                        ConditionParts.ConditionsPart::from,
                        conditions -> conditions.toConditions(region, home)),
                dated(part.validity(), ValidityPart::from, FilingRulesPack::validityOf),
                part.materials().stream()
                        .map(ConditionParts.MaterialPart::toMaterial)
                        .toList());
    }

    private static Admission admissionOf(AdmissionPart part) {
        Set<PersonType> personTypes = orNone(part.personTypes());
        if (!personTypes.stream().allMatch(part.plan()::knows)) {
            throw new IllegalArgumentException("plan " + part.plan() + " does not know these person types");
        }
        return new Admission(
                part.plan(),
                personTypes,
                regionsOf(orNone(part.householdRegistrations())),
                part.clause().toClause());
    }

    private static Validity validityOf(ValidityPart part) {
        return new Validity(part.months(), part.clause().toClause());
    }

    private static <P, T> Dated<T> dated(List<P> parts, Function<P, @Nullable LocalDate> from, Function<P, T> rule) {
        return new Dated<>(parts.stream()
                .map(part -> new Dated.Version<>(from.apply(part), rule.apply(part)))
                .toList());
    }

    private static Set<RegionCode> regionsOf(Set<String> codes) {
        return codes.stream().map(RegionCode::new).collect(Collectors.toUnmodifiableSet());
    }

    static <T> Set<T> orNone(@Nullable Set<T> given) {
        return given == null ? Set.of() : given;
    }
}
