package io.crosscare.chassis.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which folder of keys a process may start with outside one machine: its own private key, nobody else's, and nothing of the
 * development issuer. A folder that {@code deploy/local/up} has made holds all of them, so it is refused wherever it is
 * carried to.
 */
public final class KeyCustody {

    private KeyCustody() {}

    /**
     * Lets the start go on.
     *
     * @param name of this process
     * @throws IllegalStateException when the keys are missing or are those of one machine; the message is for people, Chinese
     *     first, and holds no key
     */
    public static void require(Path folder, String name) {
        String own = "internal-" + name + ".key.pem";
        if (!Files.isReadable(folder.resolve(own))) {
            throw refused(folder, "缺少本进程的密钥 " + own, "this process's key " + own + " is missing");
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.pem")) {
            for (Path file : files) {
                String found = String.valueOf(file.getFileName());
                if (found.startsWith("issuer.")) {
                    throw refused(folder, "其中有开发签发方的 " + found, found + " of the development issuer lies there");
                }
                if (found.endsWith(".key.pem") && !found.equals(own)) {
                    throw refused(
                            folder, "其中有别的进程的私钥 " + found, "another process's private key " + found + " lies there");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the keys in " + folder, e);
        }
    }

    private static IllegalStateException refused(Path folder, String chinese, String english) {
        return new IllegalStateException("拒绝启动: 密钥目录 " + folder + " " + chinese + "; 本机开发密钥只用于 local 配置"
                + " / refusing to start: in the key directory " + folder + " " + english
                + "; the keys of one machine are for the profile local only");
    }
}
