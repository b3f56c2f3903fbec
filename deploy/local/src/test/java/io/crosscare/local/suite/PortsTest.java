package io.crosscare.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @Test
    void countsFromTheBaseAsDesigned() {
        Ports ports = new Ports(8080);

        assertThat(ports.of(ServiceName.GATEWAY)).isEqualTo(8080);
        assertThat(ports.of(ServiceName.FILING)).isEqualTo(8081);
        assertThat(ports.of(ServiceName.SETTLEMENT)).isEqualTo(8082);
        assertThat(ports.of(ServiceName.REGISTRY)).isEqualTo(8083);
        assertThat(ports.of(ServiceName.CORRECTION)).isEqualTo(8084);
        assertThat(ports.managementOf(ServiceName.GATEWAY)).isEqualTo(8090);
        assertThat(ports.managementOf(ServiceName.CORRECTION)).isEqualTo(8094);
        assertThat(ports.documents()).isEqualTo(8100);
        assertThat(ports.events()).isEqualTo(8101);
        assertThat(ports.controller()).isEqualTo(8102);
    }

    @Test
    void namesWhoWantsATakenPort() throws Exception {
        Ports ports = Ports.free();

        try (ServerSocket squatter =
                new ServerSocket(ports.of(ServiceName.SETTLEMENT), 1, InetAddress.getLoopbackAddress())) {
            assertThat(ports.taken()).containsExactly(new Ports.Claim(squatter.getLocalPort(), "settlement"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 80, 1023, 65_514, 70_000})
    void refusesABaseThatLeavesNoRoom(int base) {
        assertThatThrownBy(() -> new Ports(base))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--port-base must be between 1024 and 65513");
    }
}
