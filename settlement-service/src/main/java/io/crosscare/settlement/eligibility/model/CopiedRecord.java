package io.crosscare.settlement.eligibility.model;

/** What this service keeps of a record that another service owns. Of two versions the higher is the later. */
public sealed interface CopiedRecord
        permits PersonFacts, FilingFacts, UploadFacts, InstitutionFacts, ConnectivityRow, AgencyFacts {

    /** The name its owner gave it: the key of its events. */
    String recordId();

    /** From 1, one more with each change. */
    long version();
}
