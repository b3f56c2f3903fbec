package io.crosscare.chassis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What the AsyncAPI document of every service has to be; each service runs it on its own code. */
public interface AsyncApiContract {

    ServiceEvents events();

    /** Where the document is kept. */
    String file();

    @Test
    default void keepsTheDocumentAsTheCodeSaysIt() {
        KeptFile.assertSame(file(), events().document());
    }

    @Test
    default void tellsOfTheTopicsOfTheCodeAndNoOther() {
        assertThat(events().topics()).isEqualTo(events().topicsOfTheCode());
    }

    @Test
    default void hasAGoldenFileForEveryFactAndAFactForEveryFile() {
        assertThat(events().unassigned()).isEmpty();
    }

    @Test
    default void saysTheUnitOfEveryAmountRatioAndTime() {
        assertThat(Units.unsaid(events().document())).isEmpty();
    }

    @Test
    default void allowsItsOwnExamplesAndTheyHoldWhatIsRequired() {
        ObjectNode document = events().document();

        assertThat(Examples.broken(document)).isEmpty();
    }
}
