package io.crosscare.chassis.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

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
                feignStaysInRemote(),
                timeAndRandomnessComeIn(),
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

    /** Rule 7. */
    static ArchRule timeAndRandomnessComeIn() {
        return noClasses()
                .that()
                .resideOutsideOfPackages("io.crosscare.chassis.time..", "io.crosscare.chassis.id..")
                .should()
                .callMethodWhere(targets(WALL_CLOCKS))
                .as("7 time and randomness come in as values");
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
