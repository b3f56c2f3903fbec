package io.crosscare.chassis.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosscare.chassis.testing.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outside one machine a process starts with its own key and nobody else's. */
class KeyCustodyTest {

    @TempDir
    private Path folder;

    @Test
    void letsAProcessStartWithItsOwnKeyAndEverybodysPublicOnes() throws IOException {
        put("internal-filing.key.pem", "internal-filing.pub.pem", "internal-gateway.pub.pem", "data.key");

        assertThatCode(() -> KeyCustody.require(folder, "filing")).doesNotThrowAnyException();
    }

    @Test
    void refusesTheKeysOfOneMachine() {
        assertThatThrownBy(() -> KeyCustody.require(TestKeys.directory(), "filing"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("拒绝启动", "refusing to start");
    }

    @Test
    void refusesAnotherProcesssPrivateKey() throws IOException {
        put("internal-filing.key.pem", "internal-gateway.key.pem");

        assertThatThrownBy(() -> KeyCustody.require(folder, "filing")).hasMessageContaining("internal-gateway.key.pem");
    }

    @Test
    void refusesWhatTheDevelopmentIssuerSignsWith() throws IOException {
        put("internal-gateway.key.pem", "issuer.pub.pem");

        assertThatThrownBy(() -> KeyCustody.require(folder, "gateway")).hasMessageContaining("issuer.pub.pem");
    }

    @Test
    void refusesAFolderWithoutItsKey() {
        assertThatThrownBy(() -> KeyCustody.require(folder.resolve("nowhere"), "filing"))
                .hasMessageContaining("internal-filing.key.pem");
    }

    private void put(String... names) throws IOException {
        for (String name : names) {
            Files.writeString(folder.resolve(name), "not read");
        }
    }
}
