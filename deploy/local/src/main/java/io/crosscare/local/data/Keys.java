package io.crosscare.local.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * The keys of one data directory, made once: a pair for the development issuer of bearer tokens, a pair for each service's
 * internal tokens, and the two secrets for personal data. Losing {@code data.key} makes stored personal data unreadable.
 */
public final class Keys {

    private static final String ISSUER = "issuer";
    private static final List<String> SECRETS = List.of("data.key", "index.key");
    private static final int SECRET_BYTES = 32;
    private static final int MODULUS_BITS = 2048;

    private final Path folder;

    public Keys(Path folder) {
        this.folder = folder;
    }

    /** Makes what is missing and keeps what is there. */
    public void makeMissing(List<String> services) {
        try {
            OwnerOnly.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Stream.concat(Stream.of(ISSUER), services.stream().map(name -> "internal-" + name))
                .parallel()
                .forEach(this::makePair);
        SECRETS.forEach(this::makeSecret);
    }

    /** Whether the secrets are here without which stored personal data cannot be read. */
    public boolean haveSecrets() {
        return SECRETS.stream().map(folder::resolve).allMatch(Files::isReadable);
    }

    /** Whether tokens can be issued here. */
    public boolean haveIssuer() {
        return Files.isReadable(privateFile(ISSUER));
    }

    /** The private key of the development issuer. */
    public RSAPrivateCrtKey issuer() {
        return readPrivate(ISSUER);
    }

    private void makePair(String name) {
        try {
            if (!Files.exists(privateFile(name))) {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(MODULUS_BITS);
                KeyPair pair = generator.generateKeyPair();
                OwnerOnly.write(privateFile(name), pem("PRIVATE KEY", pair.getPrivate()));
                OwnerOnly.write(publicFile(name), pem("PUBLIC KEY", pair.getPublic()));
            } else if (!Files.exists(publicFile(name))) {
                RSAPrivateCrtKey key = readPrivate(name);
                Key half = KeyFactory.getInstance("RSA")
                        .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
                OwnerOnly.write(publicFile(name), pem("PUBLIC KEY", half));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK makes no RSA keys", e);
        }
    }

    private void makeSecret(String fileName) {
        Path file = folder.resolve(fileName);
        if (Files.exists(file)) {
            return;
        }
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        try {
            OwnerOnly.write(file, Base64.getEncoder().encodeToString(secret) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RSAPrivateCrtKey readPrivate(String name) {
        Path file = privateFile(name);
        try {
            byte[] encoded =
                    Base64.getMimeDecoder().decode(Files.readString(file).replaceAll("-----[A-Z ]+-----", ""));
            return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(file + " is not an RSA private key in PKCS#8 PEM", e);
        }
    }

    private Path privateFile(String name) {
        return folder.resolve(name + ".key.pem");
    }

    private Path publicFile(String name) {
        return folder.resolve(name + ".pub.pem");
    }

    private static String pem(String label, Key key) {
        Base64.Encoder encoder = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN " + label + "-----\n" + encoder.encodeToString(key.getEncoded()) + "\n-----END " + label
                + "-----\n";
    }
}
