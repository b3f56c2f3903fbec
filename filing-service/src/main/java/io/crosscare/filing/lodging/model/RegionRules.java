package io.crosscare.filing.lodging.model;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.insured.model.InsurancePlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The filing rules of one pooling region, as data: who may file under which category, on which conditions, by which way and
 * for how long. Which version of a rule applies is decided by the first day of the filing.
 *
 * @param home where care is care at home and needs no filing: the pooling region and its districts
 * @param populations the clause that says which plan has which categories
 * @param channelsClause says by which ways filings come
 * @param treatments null where the region has no special treatments
 * @param noTreatments says so
 * @param sources how far back the rules are documented; null where nothing is said of it
 */
public record RegionRules(
        RegionCode region,
        Set<RegionCode> home,
        Clause populations,
        List<CategoryRule> categories,
        Clause channelsClause,
        List<ChannelRule> channels,
        Dated<PromiseRule> promise,
        Dated<PlacesRule> places,
        ChangeRule changes,
        @Nullable TreatmentRule treatments,
        Clause noTreatments,
        ReminderRule reminders,
        @Nullable SourcesRule sources) {

    public RegionRules {
        home = Set.copyOf(home);
        categories = List.copyOf(categories);
        channels = List.copyOf(channels);
        requireDistinct(
                region,
                "category",
                categories.stream().map(CategoryRule::category).toList());
        requireDistinct(
                region, "channel", channels.stream().map(ChannelRule::channel).toList());
    }

    private static void requireDistinct(RegionCode region, String what, List<?> names) {
        if (names.stream().distinct().count() != names.size()) {
            throw new IllegalArgumentException("region " + region + " names a " + what + " twice");
        }
    }

    /** Whether a place is the insured region itself, or a part of it. */
    public boolean isAtHome(RegionCode place) {
        return home.contains(place) || Destinations.poolingRegionOf(place).equals(region);
    }

    /** Why no filing is taken for a place; empty where one may be. */
    public Optional<DestinationObjection> objectionTo(RegionCode place) {
        if (isAtHome(place)) {
            return Optional.of(DestinationObjection.AT_HOME);
        }
        if (place.contains(region)) {
            return Optional.of(DestinationObjection.HOLDS_HOME);
        }
        return Destinations.isInTheInsurance(place)
                ? Optional.empty()
                : Optional.of(DestinationObjection.OUTSIDE_THE_INSURANCE);
    }

    /** Whether this person may file so, and if so for which days. */
    public Decision decide(Application application) {
        Optional<CategoryRule> rule = find(application.category());
        Optional<Admission> admission =
                rule.flatMap(one -> one.admissionOf(application.person().plan()));
        if (rule.isEmpty() || admission.isEmpty()) {
            return new Decision.CategoryClosed(
                    populations, categoriesOf(application.person().plan()));
        }
        List<Material> materials = rule.get().materialsFor(application);
        if (!admission.get().admits(application.person().personType())) {
            return new Decision.PersonTypeNotAdmitted(admission.get(), materials);
        }
        if (!admission.get().admitsHousehold(application.person().householdRegistration())) {
            return new Decision.HouseholdElsewhere(admission.get(), materials);
        }
        Optional<ChannelRule> channel = channelOf(application);
        if (channel.isEmpty()) {
            return channelClosed(application);
        }
        boolean isReviewed =
                application.lodger() != LodgerKind.AGENCY && channel.get().isReviewed();
        return application.isPromise()
                ? onPromise(application, rule.get(), isReviewed)
                : onFacts(application, rule.get(), isReviewed);
    }

    /** What the facts lack for the category, all conditions and papers considered; empty where nothing is missing. */
    public Optional<Decision.ConditionNotMet> lackOf(Application application) {
        return lacks(application, require(application.category())).stream()
                .filter(lack -> isDecisive(lack, application.lodger()))
                .findFirst();
    }

    /** The facts an application needs and leaves out. */
    public Set<FactName> vouchedFor(Application application) {
        return namesOf(lacks(application, require(application.category())));
    }

    /**
     * Whether a person who has these filings may have one more for another place.
     *
     * @param others of the person, on any days and of any state
     */
    public Optional<Decision.Refused> refusalOfPlace(FilingTerms terms, boolean isPromise, List<Filing> others) {
        if (!terms.isLongTerm()) {
            return Optional.empty();
        }
        List<Filing> beside = others.stream()
                .filter(Filing::isInTheWay)
                .filter(filing -> filing.terms().isLongTerm())
                .filter(filing -> filing.terms().period().overlaps(terms.period()))
                .toList();
        boolean isBesidePromise = beside.stream()
                .map(filing -> filing.content().promise())
                .anyMatch(promise -> promise != null && promise.isOpen());
        return places.on(terms.period().from())
                .filter(rule -> rule.refuses(beside.size(), isPromise, isBesidePromise))
                .map(rule -> new Decision.PlacesTaken(
                        rule.clause(), rule.remedyFor(beside.size(), isPromise, isBesidePromise)));
    }

    /** Whether a filing of one category may not become one of another. */
    public Optional<Decision.Refused> refusalOfCategory(FilingCategory from, FilingCategory to) {
        return changes.admits(from, to)
                ? Optional.empty()
                : Optional.of(new Decision.CategoryNotChangeable(changes.clause()));
    }

    /** Whether a filing of the category that begins on that day may not last so long. */
    public Optional<Decision.Refused> refusalOfPeriod(FilingCategory category, FilingPeriod period) {
        LocalDate to = period.to();
        return find(category)
                .flatMap(rule -> rule.validity().on(period.from()))
                .filter(validity -> to == null
                        || FilingPeriod.ofMonths(period.from(), validity.months())
                                .endsBefore(to))
                .map(Decision.PeriodTooLong::new);
    }

    /** Whether a filing of the category may not be for this treatment. */
    public Optional<Decision.Refused> refusalOfTreatment(FilingCategory category, SpecialTreatment treatment) {
        TreatmentRule rule = treatments;
        if (rule == null) {
            return Optional.of(new Decision.TreatmentNotAdmitted(noTreatments));
        }
        return rule.admits(category, treatment.code())
                ? Optional.empty()
                : Optional.of(new Decision.TreatmentNotAdmitted(rule.clause()));
    }

    /** As it stands after lodging: confirmed at once where the rule leaves that to whoever lodges. */
    public SpecialTreatment afterLodging(SpecialTreatment declared, LodgerKind lodger) {
        TreatmentRule rule = treatments;
        String code = declared.code();
        boolean isConfirmed = rule != null && rule.isConfirmedByLodging() && lodger == LodgerKind.AGENCY;
        return isConfirmed && code != null ? declared.confirmed(code) : declared;
    }

    /** Whether a filing on a promise still has to stay as it is. */
    public Optional<Decision.Refused> refusalOfChange(Filing filing, LocalDate today) {
        if (filing.content().promise() == null) {
            return Optional.empty();
        }
        LocalDate from = filing.terms().period().from();
        return promise.on(from)
                .map(rule -> new Decision.PromiseLocked(rule.clause(), from.plusMonths(rule.lockedMonths())))
                .filter(locked -> locked.until().isAfter(today))
                .map(locked -> locked);
    }

    /** The categories under which persons of the plan may file. */
    public Set<FilingCategory> categoriesOf(InsurancePlan plan) {
        Set<FilingCategory> open = EnumSet.noneOf(FilingCategory.class);
        categories.stream()
                .filter(rule -> rule.admissionOf(plan).isPresent())
                .forEach(rule -> open.add(rule.category()));
        return open;
    }

    /** Every paper the region knows, by its code. */
    public Set<String> materialCodes() {
        return categories.stream()
                .flatMap(rule -> rule.materials().stream())
                .map(Material::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the region's rules know every paper that is said to have been shown. */
    public boolean knowsMaterialsOf(StatedFacts facts) {
        List<String> shown = facts.materials();
        return shown == null || materialCodes().containsAll(shown);
    }

    private CategoryRule require(FilingCategory category) {
        return find(category).orElseThrow(() -> new IllegalStateException("a filing of a category without a rule"));
    }

    private Optional<CategoryRule> find(FilingCategory category) {
        return categories.stream().filter(rule -> rule.category() == category).findFirst();
    }

    private Optional<ChannelRule> channelOf(Application application) {
        return channels.stream()
                .filter(rule -> rule.channel() == application.channel())
                .filter(rule -> rule.admits(application.category(), application.lodger()))
                .findFirst();
    }

    private Decision channelClosed(Application application) {
        Set<FilingChannel> open = EnumSet.noneOf(FilingChannel.class);
        channels.stream()
                .filter(rule -> rule.admits(application.category(), application.lodger())
                        || (rule.channel() == FilingChannel.COUNTER && rule.isOpen()))
                .forEach(rule -> open.add(rule.channel()));
        Clause clause = channels.stream()
                .filter(rule -> rule.channel() == application.channel())
                .map(ChannelRule::clause)
                .findFirst()
                .orElse(channelsClause);
        return new Decision.ChannelClosed(clause, open);
    }

    private Decision onPromise(Application application, CategoryRule rule, boolean isReviewed) {
        Optional<PromiseRule> promised = promise.on(application.from());
        Optional<PromiseRule> admitting = promised.filter(one -> one.admits(application));
        if (admitting.isEmpty()) {
            return new Decision.PromiseNotAdmitted(
                    promised.map(PromiseRule::admission).orElse(populations),
                    promised.map(one ->
                                    promisedCategories(one, application.person().plan()))
                            .orElse(Set.of()));
        }
        return withinValidity(
                application, rule, Set.of(), isReviewed, admitting.get().deadlineDays());
    }

    private Set<FilingCategory> promisedCategories(PromiseRule rule, InsurancePlan plan) {
        return categoriesOf(plan).stream()
                .filter(rule.categoriesOf(plan)::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Decision onFacts(Application application, CategoryRule rule, boolean isReviewed) {
        List<Decision.ConditionNotMet> lacks = lacks(application, rule);
        Optional<Decision.ConditionNotMet> decisive = lacks.stream()
                .filter(lack -> isDecisive(lack, application.lodger()))
                .findFirst();
        if (decisive.isPresent()) {
            return decisive.get();
        }
        return withinValidity(application, rule, namesOf(lacks), isReviewed, null);
    }

    private static Set<FactName> namesOf(List<Decision.ConditionNotMet> lacks) {
        return lacks.stream().map(lack -> lack.shortcoming().fact()).collect(Collectors.toUnmodifiableSet());
    }

    /** What an agency leaves out it vouches for: it has seen the papers. Others have to say it. */
    private static boolean isDecisive(Decision.ConditionNotMet lack, LodgerKind lodger) {
        return lodger != LodgerKind.AGENCY || !(lack.shortcoming() instanceof Shortcoming.NotStated);
    }

    private static List<Decision.ConditionNotMet> lacks(Application application, CategoryRule rule) {
        List<Material> materials = rule.materialsFor(application);
        List<Decision.ConditionNotMet> lacks = new ArrayList<>();
        for (Condition condition : rule.conditionsOn(application.from())) {
            condition
                    .shortcomingOf(application)
                    .ifPresent(lack -> lacks.add(new Decision.ConditionNotMet(condition.clause(), lack, materials)));
        }
        lackOfMaterials(application, materials).ifPresent(lacks::add);
        return lacks;
    }

    private static Optional<Decision.ConditionNotMet> lackOfMaterials(
            Application application, List<Material> materials) {
        if (materials.isEmpty()) {
            return Optional.empty();
        }
        List<String> shown = application.facts().materials();
        if (shown == null) {
            return Optional.of(new Decision.ConditionNotMet(
                    materials.getFirst().clause(), new Shortcoming.NotStated(FactName.MATERIALS), materials));
        }
        List<Material> missing = materials.stream()
                .filter(material -> !shown.contains(material.code()))
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Decision.ConditionNotMet(
                        missing.getFirst().clause(), new Shortcoming.MaterialsMissing(missing), materials));
    }

    private static Decision withinValidity(
            Application application,
            CategoryRule rule,
            Set<FactName> vouchedFor,
            boolean isReviewed,
            @Nullable Integer promiseDays) {
        LocalDate from = application.from();
        LocalDate to = application.to();
        Optional<Validity> validity = rule.validity().on(from);
        if (validity.isEmpty()) {
            return new Decision.Admitted(new FilingPeriod(from, to), vouchedFor, isReviewed, promiseDays);
        }
        FilingPeriod longest = FilingPeriod.ofMonths(from, validity.get().months());
        if (to == null) {
            return new Decision.Admitted(longest, vouchedFor, isReviewed, promiseDays);
        }
        return longest.endsBefore(to)
                ? new Decision.PeriodTooLong(validity.get())
                : new Decision.Admitted(new FilingPeriod(from, to), vouchedFor, isReviewed, promiseDays);
    }
}
