package io.crosscare.local.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

    @TempDir
    private Path data;

    @Test
    void makesEveryKeyReadableByItsOwnerOnly() throws Exception {
        Path folder = data.resolve("keys");

        new Keys(folder).makeMissing(List.of("gateway", "filing"));

        assertThat(contents(folder))
                .containsOnlyKeys(
                        "issuer.key.pem",
                        "issuer.pub.pem",
                        "internal-gateway.key.pem",
                        "internal-gateway.pub.pem",
                        "internal-filing.key.pem",
                        "internal-filing.pub.pem",
                        "data.key",
                        "index.key");
        assertThat(modeOf(folder)).isEqualTo("rwx------");
        for (String file : contents(folder).keySet()) {
            assertThat(modeOf(folder.resolve(file))).as(file).isEqualTo("rw-------");
        }
    }

    @Test
    void keepsTheKeysThatAreThere() throws Exception {
        Keys keys = new Keys(data);
        keys.makeMissing(List.of());
        Map<String, String> before = contents(data);

        keys.makeMissing(List.of());

        assertThat(contents(data)).isEqualTo(before);
    }

    @Test
    void derivesALostPublicKeyFromItsPrivateOne() throws Exception {
        Keys keys = new Keys(data);
        keys.makeMissing(List.of());
        Map<String, String> before = contents(data);
        Files.delete(data.resolve("issuer.pub.pem"));

        keys.makeMissing(List.of());

        assertThat(contents(data)).isEqualTo(before);
    }

    @Test
    void makesSecretsOfThirtyTwoBytesThatDiffer() throws Exception {
        new Keys(data).makeMissing(List.of());

        String dataKey = Files.readString(data.resolve("data.key")).strip();
        String indexKey = Files.readString(data.resolve("index.key")).strip();
        assertThat(Base64.getDecoder().decode(dataKey)).hasSize(32);
        assertThat(indexKey).isNotEqualTo(dataKey);
    }

    private static Map<String, String> contents(Path folder) throws Exception {
        Map<String, String> contents = new TreeMap<>();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }

    private static String modeOf(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
