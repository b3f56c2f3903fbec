package io.crosscare.settlement.chain.mongo;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.chain.CorruptEntryException;
import io.crosscare.settlement.chain.model.AccountCredit;
import io.crosscare.settlement.chain.model.Closing;
import io.crosscare.settlement.chain.model.ContentHash;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.External;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Link;
import io.crosscare.settlement.chain.model.Opening;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.Settlement.Replaced;
import io.crosscare.settlement.chain.model.SettlementFlag;
import io.crosscare.settlement.chain.model.Undo;
import io.crosscare.settlement.chain.model.VoidedKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is stored. {@code b} and {@code p} are the shard key, {@code s} the place; what not every kind has may be
 * null. Public for the driver's record codec.
 *
 * @param amounts of an undo, minus the original's
 * @param original of an undo, the entry it takes back; of an adjustment, the one it replaces
 * @param institution of a void key, whose key it is
 * @param callerKey under which key an undo, a void or an adjustment was asked for
 * @param replaced of an adjustment, what it replaces
 * @param external of a payment of the core system
 * @param closing of a move to another pool
 * @param after beside before and delta, so that a reader of the store needs no arithmetic
 */
public record EntryDocument(
        @BsonId String id,
        int b,
        String p,
        long s,
        String kind,
        String key,
        String slot,
        String requestHash,
        String prevHash,
        String hash,
        Instant recordedAt,
        Map<String, Long> before,
        Map<String, Long> delta,
        Map<String, Long> after,
        List<PostingDocument> postings,
        String insuredRegion,
        @Nullable Long amountFen,
        @Nullable CareDocument care,
        @Nullable AmountsDocument amounts,
        @Nullable BasisDocument basis,
        @Nullable Integer generation,
        @Nullable Integer answerVersion,
        @Nullable String invoiceNumber,
        @Nullable List<String> flags,
        @Nullable String original,
        @Nullable String institution,
        @Nullable String callerKey,
        @Nullable ReplacedDocument replaced,
        @Nullable ExternalDocument external,
        @Nullable ClosingDocument closing) {

    /** Buckets of persons, so that a sharded store can split between them. */
    static final int BUCKETS = 1024;

    static int bucketOf(PersonId person) {
        return Math.floorMod(person.value().hashCode(), BUCKETS);
    }

    static EntryDocument of(Entry entry) {
        return switch (entry) {
            case Opening opening -> of(opening, opening.insuredRegion(), Parts.NONE);
            case AccountCredit credit -> of(credit, credit.insuredRegion(), Parts.of(credit));
            case External external -> of(external, external.insuredRegion(), Parts.of(external));
            case Closing moved -> of(moved, moved.insuredRegion(), Parts.NONE).with(ClosingDocument.of(moved));
            case Settlement settlement -> of(settlement, settlement.care().insuredRegion(), Parts.of(settlement));
            case Undo undo -> of(undo, undo.care().insuredRegion(), Parts.of(undo));
            case VoidedKey voided -> of(voided, voided.insuredRegion(), Parts.of(voided));
        };
    }

    private static EntryDocument of(Entry entry, RegionCode insuredRegion, Parts parts) {
        Link link = entry.link();
        return new EntryDocument(
                entry.id().value(),
                bucketOf(link.person()),
                link.person().value(),
                link.seq(),
                entry.kind().name(),
                entry.key().value(),
                entry.slot().value(),
                entry.requestHash().value(),
                link.prevHash().value(),
                entry.hash().value(),
                link.recordedAt(),
                link.before().values(),
                link.delta().values(),
                link.after().values(),
                entry.postings().stream()
                        .map(posting -> new PostingDocument(
                                posting.party().name(), posting.amount().fen()))
                        .toList(),
                insuredRegion.value(),
                parts.amountFen(),
                parts.care(),
                parts.amounts(),
                parts.basis(),
                parts.generation(),
                parts.answerVersion(),
                parts.invoiceNumber(),
                parts.flags(),
                parts.original(),
                parts.institution(),
                parts.callerKey(),
                parts.replaced(),
                parts.external(),
                null);
    }

    private EntryDocument with(ClosingDocument part) {
        return new EntryDocument(
                id,
                b,
                p,
                s,
                kind,
                key,
                slot,
                requestHash,
                prevHash,
                hash,
                recordedAt,
                before,
                delta,
                after,
                postings,
                insuredRegion,
                amountFen,
                care,
                amounts,
                basis,
                generation,
                answerVersion,
                invoiceNumber,
                flags,
                original,
                institution,
                callerKey,
                replaced,
                external,
                part);
    }

    /** What not every kind of entry has. */
    private record Parts(
            @Nullable Long amountFen,
            @Nullable CareDocument care,
            @Nullable AmountsDocument amounts,
            @Nullable BasisDocument basis,
            @Nullable Integer generation,
            @Nullable Integer answerVersion,
            @Nullable String invoiceNumber,
            @Nullable List<String> flags,
            @Nullable String original,
            @Nullable String institution,
            @Nullable String callerKey,
            @Nullable ReplacedDocument replaced,
            @Nullable ExternalDocument external) {

        static final Parts NONE =
                new Parts(null, null, null, null, null, null, null, null, null, null, null, null, null);

        static Parts of(AccountCredit credit) {
            return new Parts(
                    credit.amount().fen(), null, null, null, null, null, null, null, null, null, null, null, null);
        }

        static Parts of(External external) {
            return new Parts(
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    external.callerKey().value(),
                    null,
                    ExternalDocument.of(external.payment()));
        }

        static Parts of(Settlement settlement) {
            Replaced replaced = settlement.replaced();
            return new Parts(
                    null,
                    CareDocument.of(settlement.care()),
                    AmountsDocument.of(settlement.amounts()),
                    BasisDocument.of(settlement.basis()),
                    settlement.generation(),
                    settlement.answerVersion(),
                    settlement.invoiceNumber(),
                    settlement.flagsInOrder().stream().map(Enum::name).toList(),
                    replaced == null ? null : replaced.original().value(),
                    null,
                    replaced == null ? null : replaced.callerKey().value(),
                    replaced == null ? null : ReplacedDocument.of(replaced),
                    null);
        }

        static Parts of(Undo undo) {
            return new Parts(
                    null,
                    CareDocument.of(undo.care()),
                    AmountsDocument.of(undo.undone()).negate(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    undo.original().value(),
                    null,
                    undo.callerKey().value(),
                    null,
                    null);
        }

        static Parts of(VoidedKey voided) {
            return new Parts(
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    voided.institution().value(),
                    voided.callerKey().value(),
                    null,
                    null);
        }
    }

    /**
     * The entry again, checked against its hash: what is told of an entry is what was stored.
     *
     * @throws CorruptEntryException when the document is not the one that was written
     */
    Entry toEntry() {
        try {
            Entry entry = rebuild();
            if (entry.hash().value().equals(hash)) {
                return entry;
            }
        } catch (IllegalArgumentException | DateTimeException noEntry) {
            throw new CorruptEntryException(id, noEntry);
        }
        throw new CorruptEntryException(id);
    }

    /** The entry with the hash its content has, whatever hash is stored. */
    Entry rebuild() {
        Link link = new Link(
                new PersonId(p), s, new ContentHash(prevHash), recordedAt, Counters.of(before), Counters.of(delta));
        Key keyed = new Key(key);
        ContentHash request = new ContentHash(requestHash);
        EntryKind known = EntryKind.valueOf(kind);
        return switch (known) {
            case OPENING -> new Opening(link, keyed, request, new RegionCode(insuredRegion));
            case ACCOUNT_CREDIT ->
                new AccountCredit(link, keyed, request, new RegionCode(insuredRegion), Money.ofFen(require(amountFen)));
            case EXTERNAL ->
                new External(
                        link,
                        keyed,
                        request,
                        new RegionCode(insuredRegion),
                        require(external).toPayment(),
                        new Key(require(callerKey)));
            case CLOSING ->
                new Closing(
                        link,
                        keyed,
                        request,
                        new RegionCode(insuredRegion),
                        new RegionCode(require(closing).movedTo()),
                        LocalDate.parse(require(closing).closedOn()));
            case SETTLEMENT, ADJUSTMENT ->
                new Settlement(
                        link,
                        keyed,
                        request,
                        require(care).toCare(new RegionCode(insuredRegion)),
                        require(generation),
                        require(amounts).toAmounts(),
                        require(basis).toBasis(),
                        require(answerVersion),
                        invoiceNumber,
                        require(flags).stream().map(SettlementFlag::valueOf).collect(Collectors.toSet()),
                        known == EntryKind.SETTLEMENT ? null : toReplaced());
            case CANCELLATION, REVERSAL ->
                new Undo(
                        link,
                        known,
                        keyed,
                        request,
                        EntryId.parse(require(original)),
                        require(care).toCare(new RegionCode(insuredRegion)),
                        require(amounts).negate().toAmounts(),
                        new Key(require(callerKey)));
            case VOID ->
                new VoidedKey(
                        link,
                        keyed,
                        request,
                        new RegionCode(insuredRegion),
                        new InstitutionCode(require(institution)),
                        new Key(require(callerKey)));
        };
    }

    private Replaced toReplaced() {
        ReplacedDocument document = require(replaced);
        return new Replaced(
                EntryId.parse(require(original)),
                document.amounts().toAmounts(),
                Counters.of(document.counted()),
                new Key(require(callerKey)));
    }

    private <T> T require(@Nullable T part) {
        if (part == null) {
            throw new CorruptEntryException(id);
        }
        return part;
    }

    /** One posting. */
    public record PostingDocument(String party, long fen) {}

    /** See {@link Closing}. */
    public record ClosingDocument(String movedTo, String closedOn) {

        static ClosingDocument of(Closing closing) {
            return new ClosingDocument(
                    closing.movedTo().value(), closing.closedOn().toString());
        }
    }

    /** See {@link Replaced}. */
    public record ReplacedDocument(AmountsDocument amounts, Map<String, Long> counted) {

        static ReplacedDocument of(Replaced replaced) {
            return new ReplacedDocument(
                    AmountsDocument.of(replaced.amounts()), replaced.counted().values());
        }
    }
}
