package io.crosscare.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Identifies a jar by what is in it, whatever its date: names, sizes and check sums of its entries, and the JVM beside them. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(Path jar, List<String> jvmOptions) {
        MessageDigest digest = sha256();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                add(digest, entry.getName() + ' ' + entry.getSize() + ' ' + entry.getCrc());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("not a readable jar: " + jar, e);
        }
        add(digest, Runtime.version().toString());
        add(digest, String.join(" ", jvmOptions));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String line) {
        digest.update((line + '\n').getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
