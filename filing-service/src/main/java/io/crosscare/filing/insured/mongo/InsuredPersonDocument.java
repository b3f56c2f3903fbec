package io.crosscare.filing.insured.mongo;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * An insured person as it is stored; public for the codec. {@link Binary} is ciphertext.
 *
 * @param numberIndex blind index of region and person number
 * @param identityIndex blind index of region and identity number
 * @param pending whether this version may still have to be published
 */
public record InsuredPersonDocument(
        @BsonId String id,
        String insuredRegion,
        String numberIndex,
        Binary personNumber,
        String identityIndex,
        Binary identityNumber,
        Binary name,
        @Nullable Binary phone,
        String plan,
        String personType,
        String insuranceStatus,
        String householdRegistration,
        boolean schoolYear,
        List<CardDocument> cards,
        long version,
        boolean pending,
        @Nullable String traceparent,
        List<ChangeDocument> history,
        @Nullable String statusFrom,
        @Nullable String statusTo,
        @Nullable String communityClinic,
        @Nullable List<EntitlementDocument> diseaseEntitlements) {

    /** A card as it is stored. */
    public record CardDocument(String kind, Binary number, String issuedBy, String state) {}

    /** An entitlement as it is stored; what the person suffers from is encrypted, days are written yyyy-MM-dd. */
    public record EntitlementDocument(
            String kind,
            Binary diseaseCode,
            Binary diseaseName,
            @Nullable String institution,
            String from,
            @Nullable String to) {}

    /** A step of the history as it is stored. */
    public record ChangeDocument(
            String action,
            Instant at,
            String by,
            List<String> fields,
            @Nullable String batchId) {}
}
