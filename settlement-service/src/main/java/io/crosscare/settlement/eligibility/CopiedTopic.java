package io.crosscare.settlement.eligibility;

import io.crosscare.chassis.event.Topic;
import io.crosscare.settlement.eligibility.model.RefusalReason.Owner;
import java.util.Arrays;
import java.util.Optional;

/** A state topic of another service, of whose records this one keeps copies. */
public enum CopiedTopic {
    INSURED_PERSON(Owner.FILING),
    FILING(Owner.FILING),
    INSTITUTION(Owner.REGISTRY),
    CONNECTIVITY(Owner.REGISTRY),
    AGENCY(Owner.REGISTRY),
    FILING_UPLOAD(Owner.REGISTRY);

    private final Owner owner;

    CopiedTopic(Owner owner) {
        this.owner = owner;
    }

    private static final class Topics {
        static final Topic INSURED_PERSON = Topic.state("filing.insured-person.v1");
        static final Topic FILING = Topic.state("filing.filing.v1");
        static final Topic INSTITUTION = Topic.state("registry.institution.v1");
        static final Topic CONNECTIVITY = Topic.state("registry.connectivity.v1");
        static final Topic AGENCY = Topic.state("registry.agency.v1");
        static final Topic FILING_UPLOAD = Topic.state("registry.filing-upload.v1");
    }

    public static Optional<CopiedTopic> named(String name) {
        return Arrays.stream(values())
                .filter(copied -> copied.topic().name().equals(name))
                .findFirst();
    }

    /** Who keeps the records. */
    public Owner owner() {
        return owner;
    }

    public Topic topic() {
        return switch (this) {
            case INSURED_PERSON -> Topics.INSURED_PERSON;
            case FILING -> Topics.FILING;
            case INSTITUTION -> Topics.INSTITUTION;
            case CONNECTIVITY -> Topics.CONNECTIVITY;
            case AGENCY -> Topics.AGENCY;
            case FILING_UPLOAD -> Topics.FILING_UPLOAD;
        };
    }

    /** Whether a yes rests on its records; agencies only answer the telephone. */
    public boolean decides() {
        return this != AGENCY;
    }
}
