package io.crosscare.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoresTest {

    private static final Ports PORTS = new Ports(9000);

    @Test
    void usesTheEmbeddedStoresUnlessTold() {
        assertThat(Stores.EMBEDDED.mongoUri(PORTS)).isEqualTo("mongodb://127.0.0.1:9020/");
        assertThat(Stores.EMBEDDED.bootstrapServers(PORTS)).isEqualTo("127.0.0.1:9021");
        assertThat(Stores.EMBEDDED.addresses()).isEmpty();
    }

    @Test
    void usesWhatItIsToldEachByItself() {
        Stores stores = Stores.of(null, "kafka:9092");

        assertThat(stores.mongoUri(PORTS)).isEqualTo("mongodb://127.0.0.1:9020/");
        assertThat(stores.bootstrapServers(PORTS)).isEqualTo("kafka:9092");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
        mongodb://db/ db:27017
        mongodb://db:27018/?replicaSet=rs0 db:27018
        mongodb://user:secret@db:27018/admin db:27018
        mongodb://a:1,b:2/?replicaSet=rs0 a:1,b:2
        mongodb+srv://cluster.example/ ''
        """)
    void showsAddressesWithoutCredentials(String uri, String addresses) {
        assertThat(String.join(",", Stores.of(uri, null).addresses())).isEqualTo(addresses);
    }

    @ParameterizedTest
    @ValueSource(strings = {"db:27017", "http://db/", "mongodb://user:secret@", "mongodb:///"})
    void refusesWhatIsNoConnectionStringWithoutRepeatingIt(String uri) {
        assertThatThrownBy(() -> Stores.of(uri, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--mongo")
                .hasMessageNotContaining(uri);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka", "kafka:port", "kafka:9092,other", ""})
    void refusesWhatIsNoHostAndPort(String servers) {
        assertThatThrownBy(() -> Stores.of(null, servers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--kafka");
    }

    @Test
    void findsWhereNobodyListens() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String there = "127.0.0.1:" + listening.getLocalPort();
            String nowhere = "127.0.0.1:" + freePort();

            assertThat(Stores.of("mongodb://" + there + "/", nowhere).silent()).containsExactly(nowhere);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
