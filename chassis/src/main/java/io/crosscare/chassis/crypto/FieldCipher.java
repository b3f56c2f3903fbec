package io.crosscare.chassis.crypto;

/**
 * Encrypts single fields of personal data for the store. Behind an interface so that another algorithm (SM4) can take the
 * place of AES-256-GCM.
 */
public interface FieldCipher {

    /** A new ciphertext each time, bound to the purpose: it decrypts only for the same one. */
    byte[] encrypt(String purpose, String plain);

    /**
     * The plain text of what {@link #encrypt} made.
     *
     * @throws IllegalStateException when the ciphertext was altered, or made under another key or purpose
     */
    String decrypt(String purpose, byte[] encrypted);
}
