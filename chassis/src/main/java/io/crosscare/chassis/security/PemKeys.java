package io.crosscare.chassis.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** RSA keys from PEM files: PKCS#8 private, X.509 public. */
public final class PemKeys {

    private PemKeys() {}

    public static RSAPrivateKey readPrivate(Path file) {
        try {
            return (RSAPrivateKey) rsa().generatePrivate(new PKCS8EncodedKeySpec(body(file)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not an RSA private key in PKCS#8 PEM: " + file, e);
        }
    }

    public static RSAPublicKey readPublic(Path file) {
        try {
            return (RSAPublicKey) rsa().generatePublic(new X509EncodedKeySpec(body(file)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not an RSA public key in X.509 PEM: " + file, e);
        }
    }

    private static KeyFactory rsa() throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA");
    }

    private static byte[] body(Path file) {
        try {
            String base64 = Files.readString(file).replaceAll("-----[A-Z ]+-----", "");
            return Base64.getMimeDecoder().decode(base64);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read key file " + file, e);
        }
    }
}
