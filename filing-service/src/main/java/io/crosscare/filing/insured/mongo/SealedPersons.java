package io.crosscare.filing.insured.mongo;

import io.crosscare.chassis.crypto.BlindIndex;
import io.crosscare.chassis.crypto.FieldCipher;
import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.insured.model.Card;
import io.crosscare.filing.insured.model.CardKind;
import io.crosscare.filing.insured.model.CardNumber;
import io.crosscare.filing.insured.model.CardState;
import io.crosscare.filing.insured.model.DiseaseEntitlement;
import io.crosscare.filing.insured.model.EntitlementKind;
import io.crosscare.filing.insured.model.IdentityNumber;
import io.crosscare.filing.insured.model.InsurancePlan;
import io.crosscare.filing.insured.model.InsuranceStatus;
import io.crosscare.filing.insured.model.InsuredPerson;
import io.crosscare.filing.insured.model.Particulars;
import io.crosscare.filing.insured.model.PersonChange;
import io.crosscare.filing.insured.model.PersonName;
import io.crosscare.filing.insured.model.PersonNumber;
import io.crosscare.filing.insured.model.PersonType;
import io.crosscare.filing.insured.model.Phone;
import io.crosscare.filing.insured.mongo.InsuredPersonDocument.CardDocument;
import io.crosscare.filing.insured.mongo.InsuredPersonDocument.ChangeDocument;
import io.crosscare.filing.insured.mongo.InsuredPersonDocument.EntitlementDocument;
import java.time.LocalDate;
import java.util.List;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Seals a person's data into a document and opens it again. Each ciphertext is bound to its field and its person, so that one
 * moved to another place does not open.
 */
final class SealedPersons {

    private final FieldCipher cipher;
    private final BlindIndex blindIndex;

    SealedPersons(FieldCipher cipher, BlindIndex blindIndex) {
        this.cipher = cipher;
        this.blindIndex = blindIndex;
    }

    String indexOf(RegionCode region, PersonNumber number) {
        return blindIndex.of("insured-person.person-number", region + ":" + number.value());
    }

    /** The region belongs to the index, so that it does not tell that two regions know the same person. */
    String indexOf(RegionCode region, IdentityNumber number) {
        return blindIndex.of("insured-person.identity-number", region + ":" + number.value());
    }

    InsuredPersonDocument seal(InsuredPerson person, @Nullable String traceparent) {
        PersonId id = person.id();
        Particulars particulars = person.particulars();
        Phone phone = particulars.phone();
        return new InsuredPersonDocument(
                id.value(),
                particulars.insuredRegion().value(),
                indexOf(particulars.insuredRegion(), particulars.personNumber()),
                encrypt(id, "person-number", particulars.personNumber().value()),
                indexOf(particulars.insuredRegion(), particulars.identityNumber()),
                encrypt(id, "identity-number", particulars.identityNumber().value()),
                encrypt(id, "name", particulars.name().value()),
                phone == null ? null : encrypt(id, "phone", phone.value()),
                particulars.plan().name(),
                particulars.personType().name(),
                particulars.insuranceStatus().name(),
                particulars.householdRegistration().value(),
                particulars.isOnSchoolYear(),
                particulars.cards().stream().map(card -> seal(id, card)).toList(),
                person.version(),
                true,
                traceparent,
                person.history().stream().map(SealedPersons::document).toList(),
                textOf(particulars.statusFrom()),
                textOf(particulars.statusTo()),
                textOf(particulars.communityClinic()),
                particulars.diseaseEntitlements().stream()
                        .map(entitlement -> seal(id, entitlement))
                        .toList());
    }

    InsuredPerson open(InsuredPersonDocument document) {
        PersonId id = new PersonId(document.id());
        Binary phone = document.phone();
        Particulars particulars = new Particulars(
                new RegionCode(document.insuredRegion()),
                new PersonNumber(decrypt(id, "person-number", document.personNumber())),
                InsurancePlan.valueOf(document.plan()),
                PersonType.valueOf(document.personType()),
                new PersonName(decrypt(id, "name", document.name())),
                new IdentityNumber(decrypt(id, "identity-number", document.identityNumber())),
                phone == null ? null : new Phone(decrypt(id, "phone", phone)),
                InsuranceStatus.valueOf(document.insuranceStatus()),
                new RegionCode(document.householdRegistration()),
                document.schoolYear(),
                document.cards().stream().map(card -> open(id, card)).toList(),
                dayOf(document.statusFrom()),
                dayOf(document.statusTo()),
                institutionOf(document.communityClinic()),
                openEntitlements(id, document.diseaseEntitlements()));
        return new InsuredPerson(
                id,
                particulars,
                document.version(),
                document.history().stream().map(SealedPersons::change).toList());
    }

    private CardDocument seal(PersonId id, Card card) {
        return new CardDocument(
                card.kind().name(),
                encrypt(id, "card-number", card.number().value()),
                card.issuedBy().value(),
                card.state().name());
    }

    private Card open(PersonId id, CardDocument card) {
        return new Card(
                CardKind.valueOf(card.kind()),
                new CardNumber(decrypt(id, "card-number", card.number())),
                new RegionCode(card.issuedBy()),
                CardState.valueOf(card.state()));
    }

    private EntitlementDocument seal(PersonId id, DiseaseEntitlement entitlement) {
        return new EntitlementDocument(
                entitlement.kind().name(),
                encrypt(id, "disease-code", entitlement.diseaseCode()),
                encrypt(id, "disease-name", entitlement.diseaseName()),
                textOf(entitlement.institution()),
                entitlement.from().toString(),
                textOf(entitlement.to()));
    }

    /** Persons that were stored before there were entitlements have no such list. */
    private List<DiseaseEntitlement> openEntitlements(PersonId id, @Nullable List<EntitlementDocument> entitlements) {
        return entitlements == null
                ? List.of()
                : entitlements.stream()
                        .map(entitlement -> open(id, entitlement))
                        .toList();
    }

    private DiseaseEntitlement open(PersonId id, EntitlementDocument entitlement) {
        return new DiseaseEntitlement(
                EntitlementKind.valueOf(entitlement.kind()),
                decrypt(id, "disease-code", entitlement.diseaseCode()),
                decrypt(id, "disease-name", entitlement.diseaseName()),
                institutionOf(entitlement.institution()),
                LocalDate.parse(entitlement.from()),
                dayOf(entitlement.to()));
    }

    private static @Nullable String textOf(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable LocalDate dayOf(@Nullable String day) {
        return day == null ? null : LocalDate.parse(day);
    }

    private static @Nullable InstitutionCode institutionOf(@Nullable String code) {
        return code == null ? null : new InstitutionCode(code);
    }

    private static ChangeDocument document(PersonChange change) {
        return new ChangeDocument(change.action().name(), change.at(), change.by(), change.fields(), change.batchId());
    }

    private static PersonChange change(ChangeDocument document) {
        return new PersonChange(
                PersonChange.Action.valueOf(document.action()),
                document.at(),
                document.by(),
                document.fields(),
                document.batchId());
    }

    private Binary encrypt(PersonId id, String field, String plain) {
        return new Binary(cipher.encrypt(purpose(id, field), plain));
    }

    private String decrypt(PersonId id, String field, Binary encrypted) {
        return cipher.decrypt(purpose(id, field), encrypted.getData());
    }

    private static String purpose(PersonId id, String field) {
        return "insured-person." + field + ":" + id;
    }
}
