package io.crosscare.chassis.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * A key directory of the form a process expects, under {@code target} of the repository. Made by the first test run that asks for
 * it, of whatever module: to find the primes costs as much as many a test.
 */
public final class TestKeys {

    private static final List<String> PROCESSES = List.of("gateway", "filing", "settlement", "registry", "correction");
    private static final Path DIRECTORY = madeOnce(RepositoryRoot.find().resolve("target"));

    private TestKeys() {}

    public static Path directory() {
        return DIRECTORY;
    }

    /** Of two that make it at the same time one is first, and both use what that one made. */
    private static Path madeOnce(Path parent) {
        Path directory = parent.resolve("test-keys");
        if (!Files.isDirectory(directory)) {
            try {
                Files.createDirectories(parent);
                Files.move(make(parent), directory, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                if (!Files.isDirectory(directory)) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return directory;
    }

    private static Path make(Path parent) throws IOException {
        try {
            Path directory = Files.createTempDirectory(parent, "test-keys-");
            for (String process : PROCESSES) {
                writePair(directory, "internal-" + process);
            }
            writePair(directory, "issuer");
            writeSecret(directory.resolve("data.key"));
            writeSecret(directory.resolve("index.key"));
            return directory;
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
