package io.crosscare.acceptance.cases;

import io.crosscare.acceptance.cases.CaseInput.Filing;
import io.crosscare.acceptance.cases.CaseInput.Person;
import io.crosscare.acceptance.cases.CaseInput.Place;
import io.crosscare.acceptance.cases.CaseInput.Year;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what a case says before anything is computed, and works out what it leaves to the reader. */
final class CaseInputReader {

    /** Where a person is filed who is treated at home. */
    private static final String ELSEWHERE = "310000";

    private static final String FIRST_TREATMENT = "ST01";
    private static final Pattern TREATMENT = Pattern.compile("ST(0[1-9]|1[0-8])");
    private static final Pattern OPENING = Pattern.compile(
            "(in-province|cross-province|Shanghai)(?: (outpatient|inpatient|chronic))?(?: from ([0-9-]{10}))?(?: to"
                    + " ([0-9-]{10}))?");

    private final CaseFields fields;
    private final List<String> complaints;
    private final String id;
    private final String title;
    private final Person person;
    private final LocalDate date;
    private final String service;

    CaseInputReader(CaseFields fields, List<String> complaints) {
        this.fields = fields;
        this.complaints = complaints;
        this.id = fields.requiredText("id");
        this.title = fields.text("title").orElse("");
        this.person = person();
        this.date = fields.day("date").orElseGet(() -> {
            if (!fields.has("date")) {
                fields.complain("date", "必填", "is required");
            }
            return LocalDate.EPOCH;
        });
        this.service = fields.choice("service", CaseWords.SERVICES).orElse("OUTPATIENT");
    }

    CaseInput settled() {
        if (!fields.has("service")) {
            fields.complain("service", "必填", "is required");
        }
        String destination = fields.region("destination").orElse("");
        if (destination.isEmpty()) {
            fields.complain("destination", "必填", "is required");
        }
        String type = destinationType(destination);
        Optional<String> trip = fields.choice("trip", CaseWords.TRIPS);
        @Nullable Filing filing = filing(destination, type, trip.orElse(""));
        @Nullable String treatment = treatment(trip.orElse(""));
        trip.ifPresent(stated -> checkTrip(stated, filing, type, treatment));
        fields.choice("account_scope", CaseWords.ACCOUNT_SCOPES);
        return input(filing, place(destination, type, ""), treatment, owners(destination, type));
    }

    CaseInput rejected(String reason) {
        String stated = fields.region("destination").orElse("");
        JsonNode paper = fields.take("filing");
        String filed = paper.path("destination").asString("");
        JsonNode institution = fields.take("institution");
        String region = institution.path("region").asString(stated.isEmpty() ? filed : stated);
        String destination = region.isEmpty() ? ELSEWHERE : region;
        String type = typeOf(person.insuredRegion(), destination);
        @Nullable Filing filing = filing(filed.isEmpty() ? destination : filed, type, "");
        return input(filing, place(destination, type, reason), treatment(""), owners(destination, type));
    }

    private CaseInput input(
            @Nullable Filing filing, Place place, @Nullable String treatment, Set<String> catalogueOwners) {
        return new CaseInput(
                id, title, person, filing, place, service, date, treatment, lines(), year(), catalogueOwners);
    }

    private Person person() {
        if (!fields.has("person")) {
            fields.complain("person", "必填", "is required");
        }
        CaseFields given = fields.object("person");
        String region = given.region("insured_region").orElse("");
        if (!given.has("insured_region")) {
            given.complain("insured_region", "必填", "is required");
        }
        String plan = given.requiredChoice("insurance", CaseWords.PLANS).orElse("EMPLOYEE");
        String type = given.choice("status", CaseWords.STATUSES)
                .orElseGet(() -> CaseWords.DEFAULT_STATUS.getOrDefault(plan, "ACTIVE"));
        Person read = new Person(
                region,
                plan,
                type,
                household(given, region),
                given.choice("card", CaseWords.CARDS).orElse("PROVINCIAL_CARD"),
                given.choice("card_state", CaseWords.CARD_STATES).orElse("ACTIVE"),
                given.choice("insurance_status", CaseWords.INSURANCE_STATES).orElse("ACTIVE"));
        given.complainOfOthers();
        return read;
    }

    private static String household(CaseFields given, String insuredRegion) {
        String stated = given.text("household_registration").orElse("");
        return switch (stated) {
            case "", "home" -> insuredRegion;
            case "elsewhere" -> insuredRegion.startsWith("3411") ? "320000" : "341100";
            default -> given.region("household_registration").orElse(insuredRegion);
        };
    }

    private String destinationType(String destination) {
        String type = typeOf(person.insuredRegion(), destination);
        fields.choice("destination_type", CaseWords.DESTINATION_TYPES)
                .filter(stated -> !stated.equals(type))
                .ifPresent(_ -> fields.complain(
                        "destination_type", "与就医地不符，应为 " + type, "does not fit the destination: " + type));
        return type;
    }

    private static String typeOf(String insured, String care) {
        if (insured.equals(care)) {
            return "home";
        }
        if (insured.length() == 6
                && care.length() == 6
                && insured.substring(0, 4).equals(care.substring(0, 4))) {
            return "in-city";
        }
        return care.length() == 6 && insured.startsWith(care.substring(0, 2)) ? "in-province" : "cross-province";
    }

    /** The filing that is stated, or that follows from the trip; its care region is the destination unless it names another. */
    private @Nullable Filing filing(String destination, String type, String trip) {
        LocalDate newYear = LocalDate.of(date.getYear(), 1, 1);
        String careRegion = type.equals("home") ? ELSEWHERE : destination;
        JsonNode stated = fields.take("filing");
        if (stated.isObject()) {
            CaseFields given = fields.object("filing");
            Filing filing = new Filing(
                    given.requiredChoice("category", CaseWords.CATEGORIES).orElse("LONG_TERM_RESIDENT"),
                    given.region("destination").orElse(careRegion),
                    given.day("effective_from").orElse(newYear),
                    given.day("effective_to").orElse(null));
            given.complainOfOthers();
            return filing;
        }
        if (fields.has("filing")) {
            return fields.choice("filing", CaseWords.CATEGORIES)
                    .map(category -> new Filing(category, careRegion, newYear, null))
                    .orElse(null);
        }
        if (trip.startsWith("transfer")) {
            return new Filing("TRANSFER", careRegion, newYear, null);
        }
        return trip.equals("long_term") ? new Filing("LONG_TERM_RESIDENT", careRegion, newYear, null) : null;
    }

    private @Nullable String treatment(String trip) {
        Optional<String> stated = fields.text("special_treatment");
        if (stated.isPresent() && !TREATMENT.matcher(stated.get()).matches()) {
            fields.complain("special_treatment", "应为 ST01 至 ST18", "must be ST01 to ST18");
        }
        boolean isUnnamed = stated.isEmpty() && trip.equals("transfer_special");
        return isUnnamed ? CaseReader.treatmentIn(title).orElse(FIRST_TREATMENT) : stated.orElse(null);
    }

    private void checkTrip(String trip, @Nullable Filing filing, String type, @Nullable String treatment) {
        boolean isTransfer = filing != null && filing.category().equals("TRANSFER");
        boolean fits = switch (trip) {
            case "home" -> type.equals("home");
            case "long_term" -> !type.equals("home") && filing != null && !isTransfer;
            case "transfer_nonspecial" -> !type.equals("home") && isTransfer && treatment == null;
            default -> !type.equals("home") && isTransfer;
        };
        if (!fits) {
            fields.complain(
                    "trip", "与备案类别、特殊治疗、就医地不符", "does not follow from filing, special_treatment and destination");
        }
    }

    /** Across provinces the catalogue of the care place applies, else the insured place's, which may be its province's. */
    private Set<String> owners(String destination, String type) {
        boolean isCarePlaces = fields.choice("catalogue", CaseWords.CATALOGUES)
                .map("care"::equals)
                .orElse(type.equals("cross-province"));
        if (isCarePlaces || person.insuredRegion().length() != 6) {
            return Set.of(destination);
        }
        String insured = person.insuredRegion();
        return type.equals("in-province") ? Set.of(insured, provinceOf(insured)) : Set.of(insured);
    }

    /** A region that is missing or malformed has been complained of, and stands for itself. */
    private static String provinceOf(String region) {
        return region.length() == 6 ? region.substring(0, 2) + "0000" : region;
    }

    private Place place(String destination, String type, String reason) {
        Optional<String> level = fields.choice("level", CaseWords.LEVELS);
        JsonNode stated = fields.take("institution");
        if (stated.isString()) {
            return new Place(stated.asString(), destination, level.orElse(null), List.of());
        }
        CaseFields given = fields.object("institution");
        Optional<String> name = given.text("name");
        boolean isFixture = given.flag("fixture");
        String region = given.region("region").orElse(destination);
        Optional<String> ofInstitution = given.choice("level", CaseWords.LEVELS).or(() -> level);
        List<String> openings = given.has("capabilities")
                ? openings(given.take("capabilities"), region)
                : List.of(needed(type, region));
        given.complainOfOthers();
        if (name.isPresent() && !isFixture) {
            return new Place(name.get(), region, ofInstitution.orElse(null), List.of());
        }
        boolean isUnknown = ofInstitution.isEmpty() && reason.equals("INSTITUTION_LEVEL_UNKNOWN");
        if (ofInstitution.isEmpty() && reason.isEmpty() && !fields.has("level")) {
            fields.complain("level", "必填", "is required");
        }
        return new Place(null, region, isUnknown ? null : ofInstitution.orElse("L3"), openings);
    }

    /** What an institution of the destination has to be open for; at home nothing is needed and this does no harm. */
    private String needed(String type, String region) {
        if (!type.equals("cross-province")) {
            return "IN_PROVINCE|" + provinceOf(region);
        }
        return service.equals("INPATIENT") ? "CROSS_PROVINCE_INPATIENT|*" : "CROSS_PROVINCE_OUTPATIENT|*";
    }

    private List<String> openings(JsonNode stated, String region) {
        List<String> openings = new ArrayList<>();
        for (JsonNode one : stated) {
            Matcher matcher = OPENING.matcher(one.asString(""));
            if (!matcher.matches()) {
                complaints.add("institution.capabilities: 无法理解 · is not understood");
                continue;
            }
            String name = switch (matcher.group(1)) {
                case "in-province" -> "IN_PROVINCE|" + provinceOf(region);
                case "Shanghai" -> "SHANGHAI_OUTPATIENT|" + ELSEWHERE;
                default ->
                    "inpatient".equals(matcher.group(2)) ? "CROSS_PROVINCE_INPATIENT|*" : "CROSS_PROVINCE_OUTPATIENT|*";
            };
            openings.add(name + "|" + orEmpty(matcher.group(3)) + "|" + orEmpty(matcher.group(4)));
        }
        return openings;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private List<CaseLine> lines() {
        List<CaseLine> lines = new ArrayList<>();
        for (JsonNode line : fields.take("lines")) {
            int number = lines.size() + 1;
            lines.add(CaseLine.of(new CaseFields(line, "lines[" + (number - 1) + "].", complaints), number));
        }
        return lines;
    }

    private Year year() {
        long admission = fields.notNegative("admission_no");
        return new Year(
                Math.max(0, admission - 1),
                fields.notNegative("deductible_used"),
                fields.notNegative("pooled_used"),
                fields.notNegative("large_used"),
                fields.notNegative("burden_before"),
                fields.notNegative("account_balance"),
                fields.flag("use_account"));
    }
}
