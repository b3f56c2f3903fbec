package io.crosscare.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.crosscare.chassis.testing.planted.refund.NeedsVisit;
import io.crosscare.chassis.testing.planted.unmarked.InAnUnmarkedPackage;
import io.crosscare.chassis.testing.planted.visit.AsksTheWallClock;
import io.crosscare.chassis.testing.planted.visit.Blocks;
import io.crosscare.chassis.testing.planted.visit.InjectsAField;
import io.crosscare.chassis.testing.planted.visit.KnowsMongo;
import io.crosscare.chassis.testing.planted.visit.NeedsRefund;
import io.crosscare.chassis.testing.planted.visit.OpenFeignClient;
import io.crosscare.chassis.testing.planted.visit.SeesItsAdapter;
import io.crosscare.chassis.testing.planted.visit.VisitRequest;
import io.crosscare.chassis.testing.planted.visit.model.CountsInDoubles;
import io.crosscare.chassis.testing.planted.visit.model.KnowsSpring;
import io.crosscare.chassis.testing.planted.visit.mongo.VisitDocument;
import io.crosscare.chassis.testing.planted.visit.remote.PublicFeignClient;
import io.crosscare.chassis.testing.planted.visit.remote.ReadsADocument;
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
    void findsAnAdapterThatSeesAnother() {
        assertFires(ArchitectureRules.adaptersDoNotMeet(PLANTED), ReadsADocument.class);
    }

    @Test
    void findsAFeatureThatSeesAnAdapter() {
        assertFires(ArchitectureRules.featuresMeetThroughPublishedTypes(PLANTED), SeesItsAdapter.class);
    }

    @Test
    void findsACycleOfFeatures() {
        assertFires(ArchitectureRules.featuresHaveNoCycles(PLANTED), NeedsRefund.class, NeedsVisit.class);
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
    void findsAModelThatCountsInDoubles() {
        assertFires(ArchitectureRules.modelCountsInWholeNumbers(), CountsInDoubles.class);
    }

    @Test
    void findsAskingTheWallClock() {
        assertFires(ArchitectureRules.timeAndRandomnessComeIn(), AsksTheWallClock.class);
    }

    @Test
    void findsAnInjectedField() {
        assertFires(ArchitectureRules.nothingIsInjectedIntoFields(), InjectsAField.class);
    }

    @Test
    void findsADocumentThatLeavesItsAdapter() {
        assertFires(ArchitectureRules.wireTypesStayInTheirAdapter(PLANTED), VisitDocument.class, ReadsADocument.class);
    }

    @Test
    void findsARequestOutsideItsAdapter() {
        assertFires(ArchitectureRules.wireTypesStayInTheirAdapter(PLANTED), VisitRequest.class);
    }

    @Test
    void findsAPackageThatIsNotNullMarked() {
        assertFires(ArchitectureRules.packagesAreNullMarked(), InAnUnmarkedPackage.class);
    }

    @Test
    void findsBlocking() {
        assertFires(ArchitectureRules.nothingBlocks(), Blocks.class);
    }

    @Test
    void theChassisKeepsWhatAppliesToIt() {
        JavaClasses chassis = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
                .importPackages("io.crosscare.chassis");

        ArchitectureRules.timeAndRandomnessComeIn().check(chassis);
        ArchitectureRules.nothingIsInjectedIntoFields().check(chassis);
        ArchitectureRules.packagesAreNullMarked().check(chassis);
        ArchitectureRules.nothingBlocks().check(chassis);
    }

    private static void assertFires(ArchRule rule, Class<?>... planted) {
        JavaClasses classes = new ClassFileImporter().importClasses(planted);

        assertThat(rule.evaluate(classes).hasViolation())
                .as(rule.getDescription())
                .isTrue();
    }
}
