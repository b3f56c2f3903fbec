package io.crosscare.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.testing.TestStores.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What an engine answers decides alone, and the tests' output says which servers they had. */
@ExtendWith(OutputCaptureExtension.class)
class TestStoresTest {

    @Test
    void startsContainersWhenAnEngineAnswers(CapturedOutput output) {
        String address =
                Choice.of(() -> true).start("document store", () -> "container:27017", TestStoresTest::notChosen);

        assertThat(address).isEqualTo("container:27017");
        assertThat(output).contains("tests use MongoDB and Kafka in containers; document store at container:27017");
    }

    @Test
    void startsTheEmbeddedOnesWhenNoEngineAnswers(CapturedOutput output) {
        String address = Choice.of(() -> false).start("broker", TestStoresTest::notChosen, () -> "127.0.0.1:9092");

        assertThat(address).isEqualTo("127.0.0.1:9092");
        assertThat(output)
                .contains("the embedded document store and broker (no Docker engine); broker at 127.0.0.1:9092");
    }

    private static String notChosen() {
        throw new AssertionError("started although it was not chosen");
    }
}
