package io.crosscare.settlement.eligibility.message;

import io.crosscare.settlement.eligibility.CopiedTopic;
import io.crosscare.settlement.eligibility.model.CopiedRecord;

/** A record as its owner tells it, in an event or at a door: one form for both. */
public sealed interface CopiedMessage
        permits InsuredPersonMessage,
                FilingMessage,
                FilingUploadMessage,
                InstitutionMessage,
                ConnectivityMessage,
                AgencyMessage {

    /** The form of the records of a topic. */
    static Class<? extends CopiedMessage> of(CopiedTopic topic) {
        return switch (topic) {
            case INSURED_PERSON -> InsuredPersonMessage.class;
            case FILING -> FilingMessage.class;
            case FILING_UPLOAD -> FilingUploadMessage.class;
            case INSTITUTION -> InstitutionMessage.class;
            case CONNECTIVITY -> ConnectivityMessage.class;
            case AGENCY -> AgencyMessage.class;
        };
    }

    /**
     * The facts in it.
     *
     * @throws IllegalArgumentException or {@link NullPointerException} when it does not hold them
     */
    CopiedRecord toFacts();
}
