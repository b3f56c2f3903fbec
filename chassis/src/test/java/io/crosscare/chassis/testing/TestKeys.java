package io.crosscare.chassis.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/** A key directory of the form a process expects, made once per test run. */
public final class TestKeys {

    private static final List<String> PROCESSES = List.of("gateway", "filing", "settlement", "registry", "correction");
    private static final Path DIRECTORY = make();

    private TestKeys() {}

    public static Path directory() {
        return DIRECTORY;
    }

    private static Path make() {
        try {
            Path directory = Files.createTempDirectory("crosscare-test-keys");
            for (String process : PROCESSES) {
                writePair(directory, "internal-" + process);
            }
            writePair(directory, "issuer");
            writeSecret(directory.resolve("data.key"));
            writeSecret(directory.resolve("index.key"));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void writePair(Path directory, String name) throws IOException, NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        Files.writeString(directory.resolve(name + ".key.pem"), pem("PRIVATE KEY", pair.getPrivate()));
        Files.writeString(directory.resolve(name + ".pub.pem"), pem("PUBLIC KEY", pair.getPublic()));
    }

    private static String pem(String kind, Key key) {
        String body = Base64.getMimeEncoder().encodeToString(key.getEncoded());
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }

    private static void writeSecret(Path file) throws IOException {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        Files.writeString(file, Base64.getEncoder().encodeToString(secret));
    }
}
