package io.crosscare.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives each process of the suite its own folder of keys: its private key, everybody's public ones, and the secrets for personal
 * data to the two services that need them. Keeps what is there; run from its source, once at each start of the containers.
 */
class MakeKeys {

    private static final List<String> PROCESSES = List.of("gateway", "filing", "settlement", "registry", "correction");
    private static final Map<String, List<String>> SECRETS =
            Map.of("filing", List.of("data.key", "index.key"), "correction", List.of("index.key"));
    private static final int MODULUS_BITS = 3072;
    private static final int SECRET_BYTES = 32;

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        Path root = Path.of(arguments[0]);
        Map<String, PublicKey> publics = new LinkedHashMap<>();
        for (String process : PROCESSES) {
            publics.put(process, publicOf(privateKey(root.resolve(process), process)));
        }
        for (String process : PROCESSES) {
            for (Map.Entry<String, PublicKey> each : publics.entrySet()) {
                Path file = root.resolve(process).resolve("internal-" + each.getKey() + ".pub.pem");
                write(file, pem("PUBLIC KEY", each.getValue()));
            }
        }
        for (String name : List.of("data.key", "index.key")) {
            shareSecret(root, name);
        }
        System.out.println("密钥就绪 / keys are in place: " + PROCESSES);
    }

    private static RSAPrivateCrtKey privateKey(Path folder, String process)
            throws IOException, GeneralSecurityException {
        Path file = folder.resolve("internal-" + process + ".key.pem");
        if (!Files.exists(file)) {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(MODULUS_BITS);
            KeyPair pair = generator.generateKeyPair();
            write(file, pem("PRIVATE KEY", pair.getPrivate()));
        }
        byte[] encoded = Base64.getMimeDecoder().decode(Files.readString(file).replaceAll("-----[A-Z ]+-----", ""));
        return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    private static PublicKey publicOf(RSAPrivateCrtKey key) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
    }

    /** All that need a secret have the same; a new one is made only where nobody has one, for the old one opens what is stored. */
    private static void shareSecret(Path root, String name) throws IOException {
        List<Path> files = PROCESSES.stream()
                .filter(process -> SECRETS.getOrDefault(process, List.of()).contains(name))
                .map(process -> root.resolve(process).resolve(name))
                .toList();
        String secret = null;
        for (Path file : files) {
            if (Files.exists(file)) {
                secret = Files.readString(file);
            }
        }
        if (secret == null) {
            byte[] random = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(random);
            secret = Base64.getEncoder().encodeToString(random) + "\n";
        }
        for (Path file : files) {
            if (!Files.exists(file)) {
                write(file, secret);
            }
        }
    }

    /** Readable by its owner only from the first moment; the whole file or nothing. */
    private static void write(Path file, String content) throws IOException {
        Path draft = Files.createTempFile(
                file.getParent(),
                ".draft",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, content, StandardCharsets.US_ASCII);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String pem(String label, Key key) {
        Base64.Encoder encoder = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN " + label + "-----\n" + encoder.encodeToString(key.getEncoded()) + "\n-----END " + label
                + "-----\n";
    }
}
