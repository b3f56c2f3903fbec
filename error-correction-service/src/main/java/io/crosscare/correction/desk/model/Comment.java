package io.crosscare.correction.desk.model;

import java.time.Instant;

/**
 * What a hospital or an agency wrote on a case, with every number of a person cut out before it was stored.
 *
 * @param receipt the request by which it was written
 */
public record Comment(String id, Instant at, Author author, String text, Receipt receipt) {

    /**
     * Who wrote it.
     *
     * @param organisation code of the institution or region
     * @param subject the account, which is no person's name
     */
    public record Author(Role role, String organisation, String subject) {

        /** Who may write. */
        public enum Role {
            HOSPITAL,
            AGENCY
        }
    }

    /**
     * Both parts as keyed hashes.
     *
     * @param key of the caller
     * @param content what the request said
     */
    public record Receipt(String key, String content) {}
}
