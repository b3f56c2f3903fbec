package io.crosscare.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.crosscare.chassis.testing.planted.visit.AsksTheWallClock;
import io.crosscare.chassis.testing.planted.visit.Blocks;
import io.crosscare.chassis.testing.planted.visit.KnowsMongo;
import io.crosscare.chassis.testing.planted.visit.OpenFeignClient;
import io.crosscare.chassis.testing.planted.visit.model.KnowsSpring;
import io.crosscare.chassis.testing.planted.visit.remote.PublicFeignClient;
import org.junit.jupiter.api.Test;

/** Each rule fires on a planted violation, and the chassis itself keeps those that apply to it. */
class ArchitectureRulesTest {

    private static final String PLANTED = "io.crosscare.chassis.testing.planted";

    @Test
    void findsAModelThatKnowsSpring() {
        assertFires(ArchitectureRules.modelIsPure(PLANTED), KnowsSpring.class);
    }

    @Test
    void findsAFeatureThatKnowsMongo() {
        assertFires(ArchitectureRules.featuresKnowNoTechnology(PLANTED), KnowsMongo.class);
    }

    @Test
    void findsAFeignClientOutsideRemote() {
        assertFires(ArchitectureRules.feignStaysInRemote(), OpenFeignClient.class);
    }

    @Test
    void findsAPublicFeignClient() {
        assertFires(ArchitectureRules.feignStaysInRemote(), PublicFeignClient.class);
    }

    @Test
    void findsAskingTheWallClock() {
        assertFires(ArchitectureRules.timeAndRandomnessComeIn(), AsksTheWallClock.class);
    }

    @Test
    void findsBlocking() {
        assertFires(ArchitectureRules.nothingBlocks(), Blocks.class);
    }

    @Test
    void theChassisTakesTimeInAndDoesNotBlock() {
        JavaClasses chassis = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
                .importPackages("io.crosscare.chassis");

        ArchitectureRules.timeAndRandomnessComeIn().check(chassis);
        ArchitectureRules.nothingBlocks().check(chassis);
    }

    private static void assertFires(ArchRule rule, Class<?> planted) {
        JavaClasses classes = new ClassFileImporter().importClasses(planted);

        assertThat(rule.evaluate(classes).hasViolation())
                .as(rule.getDescription())
                .isTrue();
    }
}
