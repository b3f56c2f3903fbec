package io.crosscare.chassis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the OpenAPI document of every service has to be; each service runs it on its own code. */
public interface OpenApiContract {

    ServiceContract contract();

    /** Where the document is kept. */
    String file();

    /** Doors for other services alone; the gateway does not open them. */
    Set<String> internalDoors();

    /** Doors that the gateway opens and that are still to be built. */
    Set<String> doorsToCome();

    @Test
    default void keepsTheDocumentAsTheCodeSaysIt() {
        KeptFile.assertSame(file(), contract().document());
    }

    @Test
    default void describesTheDoorsOfTheGatewayAndNoOther() {
        assertThat(contract().internalDoors()).isEqualTo(internalDoors());
        assertThat(contract().missingDoors()).isEqualTo(doorsToCome());
    }

    @Test
    default void saysTheUnitOfEveryAmountRatioAndTime() {
        assertThat(Units.unsaid(KeptFile.read(file()))).isEmpty();
    }
}
