package io.crosscare.chassis.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMembers;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * The architecture of every service, checked by one line in each: {@code ArchitectureRules.check("io.crosscare.registry")}.
 * Each rule is proved by a planted violation in {@link ArchitectureRulesTest}.
 */
public final class ArchitectureRules {

    private static final String[] ADAPTERS = {"..web..", "..mongo..", "..kafka..", "..remote.."};

    private static final Set<String> WALL_CLOCKS = Set.of(
            "java.time.Instant.now()",
            "java.time.LocalDate.now()",
            "java.time.LocalDateTime.now()",
            "java.time.ZonedDateTime.now()",
            "java.time.OffsetDateTime.now()",
            "java.time.Year.now()",
            "java.time.YearMonth.now()",
            "java.time.Clock.systemUTC()",
            "java.time.Clock.systemDefaultZone()",
            "java.time.Clock.system(java.time.ZoneId)",
            "java.lang.System.currentTimeMillis()",
            "java.util.UUID.randomUUID()");

    private static final Set<String> INJECTIONS = Set.of(
            "org.springframework.beans.factory.annotation.Autowired",
            "org.springframework.beans.factory.annotation.Value",
            "jakarta.inject.Inject",
            "jakarta.annotation.Resource");

    /** Where types of the wire and the store live, by the end of their names. */
    private static final Map<String, String> HOMES =
            Map.of("Document", "..mongo..", "Request", "..web..", "Response", "..web..");

    private ArchitectureRules() {}

    /** Checks every rule against the main classes below the package. */
    public static void check(String rootPackage) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
                .importPackages(rootPackage);
        all(rootPackage).forEach(rule -> rule.allowEmptyShould(true).check(classes));
    }

    static List<ArchRule> all(String rootPackage) {
        return List.of(
                modelIsPure(rootPackage),
                featuresKnowNoTechnology(rootPackage),
                adaptersDoNotMeet(rootPackage),
                featuresMeetThroughPublishedTypes(rootPackage),
                featuresHaveNoCycles(rootPackage),
                feignStaysInRemote(),
                modelCountsInWholeNumbers(),
                timeAndRandomnessComeIn(),
                nothingIsInjectedIntoFields(),
                wireTypesStayInTheirAdapter(rootPackage),
                packagesAreNullMarked(),
                nothingBlocks());
    }

    /** Rule 1. */
    static ArchRule modelIsPure(String rootPackage) {
        return classes()
                .that()
                .resideInAPackage("..model..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "java..",
                                "org.jspecify..",
                                "io.crosscare.chassis.money..",
                                "io.crosscare.chassis.id..",
                                "io.crosscare.chassis.region..",
                                "io.crosscare.chassis.time..")
                        .or(resideInAPackage(rootPackage + "..").and(resideInAPackage("..model.."))))
                .as("1 a model depends on the language, the chassis' values and other models only");
    }

    /** Rule 2. The service's root package is its wiring. */
    static ArchRule featuresKnowNoTechnology(String rootPackage) {
        DescribedPredicate<JavaClass> features =
                not(resideInAnyPackage(ADAPTERS)).and(not(resideInAPackage(rootPackage)));
        return noClasses()
                .that(are(features))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..", "com.mongodb..", "org.bson..", "org.apache.kafka..", "feign..")
                .as("2 a feature package knows no Spring, Mongo, Kafka or Feign");
    }

    /** Rule 3. */
    static ArchRule adaptersDoNotMeet(String rootPackage) {
        return classes()
                .that()
                .resideInAnyPackage(ADAPTERS)
                .should(dependOnNone(
                        "another adapter", (from, to) -> isAdapterOf(rootPackage, to) && !inOnePackage(from, to)))
                .as("3 an adapter does not see another adapter");
    }

    /** Rule 4. The service's root package, its wiring, sees everything. */
    static ArchRule featuresMeetThroughPublishedTypes(String rootPackage) {
        return classes()
                .that(are(not(resideInAnyPackage(ADAPTERS)).and(not(resideInAPackage(rootPackage)))))
                .should(dependOnNone("an adapter", (_, to) -> isAdapterOf(rootPackage, to)))
                .as("4 a feature is seen through its own types, never through its adapters");
    }

    /** Rule 4. */
    static ArchRule featuresHaveNoCycles(String rootPackage) {
        return slices().matching(rootPackage + ".(*)..")
                .should()
                .beFreeOfCycles()
                .as("4 features have no cycles");
    }

    /** Rule 5. */
    static ArchRule feignStaysInRemote() {
        return classes()
                .that()
                .areAnnotatedWith("org.springframework.cloud.openfeign.FeignClient")
                .should()
                .resideInAPackage("..remote..")
                .andShould()
                .bePackagePrivate()
                .as("5 a Feign client is package-private and lives in remote");
    }

    /** Rule 6. */
    static ArchRule modelCountsInWholeNumbers() {
        return noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("..model..")
                .should()
                .haveRawType(HasName.Predicates.nameMatching(
                        "double|float|java\\.lang\\.(Double|Float)|java\\.math\\.BigDecimal"))
                .as("6 a model counts in whole numbers");
    }

    /** Rule 7. */
    static ArchRule timeAndRandomnessComeIn() {
        return noClasses()
                .that()
                .resideOutsideOfPackages("io.crosscare.chassis.time..", "io.crosscare.chassis.id..")
                .should()
                .callMethodWhere(targets(WALL_CLOCKS))
                .as("7 time and randomness come in as values");
    }

    /** Rule 8. */
    static ArchRule nothingIsInjectedIntoFields() {
        return noMembers()
                .should(beAnnotatedWithOneOf(INJECTIONS))
                .as("8 what a class needs comes through its constructor");
    }

    /** Rule 9. */
    static ArchRule wireTypesStayInTheirAdapter(String rootPackage) {
        return classes()
                .that()
                .resideInAPackage(rootPackage + "..")
                .should(stayInTheirAdapter())
                .as("9 a …Document stays in its mongo, a …Request or …Response in its web, package");
    }

    /** Rule 11. */
    static ArchRule packagesAreNullMarked() {
        return classes().should(beInANullMarkedPackage()).as("11 every package is @NullMarked");
    }

    /** Rule 10. */
    static ArchRule nothingBlocks() {
        DescribedPredicate<JavaClass> waiting = HasName.Predicates.nameMatching(
                        "io\\.crosscare\\.chassis\\.(run\\.TaskRunner|event\\.EventConsumer)")
                .forSubtype();
        return noClasses()
                .that(are(not(waiting)))
                .should()
                .callMethodWhere(blocks())
                .as("10 nothing blocks or subscribes but the task runner and the event consumer");
    }

    private static boolean isAdapterOf(String rootPackage, JavaClass type) {
        return resideInAPackage(rootPackage + "..")
                .and(resideInAnyPackage(ADAPTERS))
                .test(type);
    }

    private static boolean inOnePackage(JavaClass one, JavaClass other) {
        return one.getPackageName().equals(other.getPackageName());
    }

    private static ArchCondition<JavaClass> dependOnNone(String what, BiPredicate<JavaClass, JavaClass> isForbidden) {
        return new ArchCondition<>("not depend on " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> isForbidden.test(
                                type, dependency.getTargetClass().getBaseComponentType()))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaMember> beAnnotatedWithOneOf(Set<String> annotations) {
        return new ArchCondition<>("be annotated with one of " + annotations) {
            @Override
            public void check(JavaMember member, ConditionEvents events) {
                boolean isAnnotated = annotations.stream().anyMatch(member::isAnnotatedWith);
                events.add(new SimpleConditionEvent(member, isAnnotated, member.getDescription()));
            }
        };
    }

    private static ArchCondition<JavaClass> stayInTheirAdapter() {
        return new ArchCondition<>("stay in their adapter") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                HOMES.forEach((ending, home) -> {
                    if (type.getSimpleName().endsWith(ending)
                            && !type.getSimpleName().equals(ending)) {
                        checkHome(type, home, events);
                    }
                });
            }
        };
    }

    private static void checkHome(JavaClass type, String home, ConditionEvents events) {
        if (!resideInAPackage(home).test(type)) {
            events.add(SimpleConditionEvent.violated(type, type.getFullName() + " does not live in " + home));
        }
        type.getDirectDependenciesToSelf().stream()
                .filter(dependency -> !inOnePackage(dependency.getOriginClass(), type))
                .forEach(dependency -> events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
    }

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
                    events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " is not @NullMarked"));
                }
            }
        };
    }

    private static DescribedPredicate<JavaCall<?>> targets(Set<String> fullNames) {
        return DescribedPredicate.describe(
                "is one of " + fullNames,
                call -> fullNames.contains(call.getTarget().getFullName()));
    }

    private static DescribedPredicate<JavaCall<?>> blocks() {
        return DescribedPredicate.describe("blocks", call -> {
            AccessTarget target = call.getTarget();
            String owner = target.getOwner().getFullName();
            String name = target.getName();
            boolean isReactor = owner.startsWith("reactor.core.publisher.");
            return (isReactor && (name.startsWith("block") || name.equals("subscribe") || name.equals("toIterable")))
                    || (owner.equals("java.lang.Thread") && name.equals("sleep"));
        });
    }
}
