package io.crosscare.chassis.autoconfigure;

import io.crosscare.chassis.security.PemKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where a process finds its keys: {@code internal-<name>.key.pem} its own signing key, {@code internal-*.pub.pem} those it
 * trusts, {@code data.key} and {@code index.key} (32 bytes, base64) for personal data.
 *
 * @param directory a folder only this process' user can read
 */
@ConfigurationProperties("crosscare.keys")
public record ServiceKeys(Path directory) {

    private static final String PREFIX = "internal-";
    private static final String PUBLIC = ".pub.pem";

    RSAPrivateKey own(String name) {
        return PemKeys.readPrivate(directory.resolve(PREFIX + name + ".key.pem"));
    }

    Map<String, RSAPublicKey> trusted() {
        Map<String, RSAPublicKey> keys = new HashMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, PREFIX + "*" + PUBLIC)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                keys.put(name.substring(PREFIX.length(), name.length() - PUBLIC.length()), PemKeys.readPublic(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the keys in " + directory, e);
        }
        if (keys.isEmpty()) {
            throw new IllegalStateException("no trusted keys " + PREFIX + "*" + PUBLIC + " in " + directory);
        }
        return keys;
    }

    byte[] secret(String name) {
        Path file = directory.resolve(name);
        try {
            return Base64.getMimeDecoder().decode(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read key file " + file, e);
        }
    }
}
