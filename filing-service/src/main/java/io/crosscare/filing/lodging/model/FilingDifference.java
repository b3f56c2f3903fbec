package io.crosscare.filing.lodging.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is different between two versions of a filing, field by field, as answers spell it. Words that somebody chose are in
 * no field but the employer's name, out of which numbers of persons were cut when it was stated.
 */
final class FilingDifference {

    private static final String SEPARATOR = ", ";

    private final FilingContent before;
    private final FilingContent after;
    private final List<FieldDifference> found = new ArrayList<>();

    private FilingDifference(FilingContent before, FilingContent after) {
        this.before = before;
        this.after = after;
    }

    /** Between a filing and its next version. */
    static List<FieldDifference> between(Filing filing, FilingContent next, FilingState nextState) {
        FilingDifference difference = new FilingDifference(filing.content(), next);
        difference.add("state", filing.state().name(), nextState.name());
        return difference.all();
    }

    /** Between a filing and the one that takes its place. */
    static List<FieldDifference> between(Filing replaced, FilingContent successor) {
        return new FilingDifference(replaced.content(), successor).all();
    }

    private List<FieldDifference> all() {
        compare("careRegion", content -> content.terms().careRegion());
        compare("category", content -> content.terms().category());
        compare("effectiveFrom", content -> content.terms().period().from());
        compare("effectiveTo", content -> content.terms().period().to());
        compareIn("promise.dueOn", FilingContent::promise, Promise::dueOn);
        compareIn("promise.state", FilingContent::promise, Promise::state);
        compareIn("treatment.code", FilingContent::treatment, SpecialTreatment::code);
        compareIn("treatment.followUpOf", FilingContent::treatment, SpecialTreatment::followUpOf);
        compareIn("treatment.state", FilingContent::treatment, SpecialTreatment::state);
        compareBasis();
        return List.copyOf(found);
    }

    private void compareBasis() {
        compareIn("basis.residence.ground", FilingDifference::residence, Residence::ground);
        compareIn("basis.residence.awaySince", FilingDifference::residence, Residence::awaySince);
        compareIn(
                "basis.residence.householdRegistration", FilingDifference::residence, Residence::householdRegistration);
        compareIn("basis.employer.insuredRegion", FilingDifference::employer, Employer::insuredRegion);
        compareIn("basis.employer.name", FilingDifference::employer, Employer::name);
        compareIn("basis.referral.institutionCode", FilingDifference::referral, Referral::institution);
        compareIn("basis.referral.institutionLevel", FilingDifference::referral, Referral::level);
        compare(
                "basis.referral.levelChecked",
                content -> referral(content) == null ? null : content.basis().isLevelChecked());
        compareIn("basis.referral.doctorTitle", FilingDifference::referral, Referral::doctorTitle);
        compareIn("basis.referral.signedOn", FilingDifference::referral, Referral::signedOn);
        compareIn("basis.referral.stamped", FilingDifference::referral, Referral::isStamped);
        compare("basis.treatmentElsewhere", content -> content.basis().facts().treatmentElsewhere());
        compare("basis.materials", FilingDifference::materials);
        compare("basis.vouchedFor", FilingDifference::vouchedFor);
    }

    private void compare(String field, Function<FilingContent, @Nullable Object> reading) {
        add(field, word(reading.apply(before)), word(reading.apply(after)));
    }

    private <T> void compareIn(
            String field, Function<FilingContent, @Nullable T> part, Function<T, @Nullable Object> reading) {
        compare(field, content -> {
            T given = part.apply(content);
            return given == null ? null : reading.apply(given);
        });
    }

    private void add(String field, @Nullable String old, @Nullable String now) {
        if (!Objects.equals(old, now)) {
            found.add(new FieldDifference(field, old, now));
        }
    }

    private static @Nullable Residence residence(FilingContent content) {
        return content.basis().facts().residence();
    }

    private static @Nullable Employer employer(FilingContent content) {
        return content.basis().facts().employer();
    }

    private static @Nullable Referral referral(FilingContent content) {
        return content.basis().facts().referral();
    }

    private static @Nullable String materials(FilingContent content) {
        List<String> shown = content.basis().facts().materials();
        return shown == null ? null : String.join(SEPARATOR, shown);
    }

    private static @Nullable String vouchedFor(FilingContent content) {
        String facts =
                content.basis().vouchedFor().stream().sorted().map(Enum::name).collect(Collectors.joining(SEPARATOR));
        return facts.isEmpty() ? null : facts;
    }

    private static @Nullable String word(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
