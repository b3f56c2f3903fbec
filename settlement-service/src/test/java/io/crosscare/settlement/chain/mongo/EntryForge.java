package io.crosscare.settlement.chain.mongo;

import static io.crosscare.settlement.document.Awaited.await;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.chain.model.AccountCredit;
import io.crosscare.settlement.chain.model.Closing;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.External;
import io.crosscare.settlement.chain.model.Link;
import io.crosscare.settlement.chain.model.Opening;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.Undo;
import io.crosscare.settlement.chain.model.VoidedKey;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.Document;
import org.bson.codecs.EncoderContext;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes into a chain as no service ever does: as somebody who has the store and knows the encoding, and seals what was forged
 * with hashes that match again.
 */
public final class EntryForge {

    private final MongoCollection<EntryDocument> entries;
    private final PersonId person;

    public EntryForge(MongoDatabase database, PersonId person) {
        this.entries = database.getCollection("entries", EntryDocument.class);
        this.person = person;
    }

    /** The documents of entries, in any order, as they are stored. */
    public static List<BsonDocument> documents(MongoDatabase database, List<Entry> entries) {
        var codec = database.getCodecRegistry().get(EntryDocument.class);
        return entries.stream()
                .map(entry -> {
                    BsonDocument document = new BsonDocument();
                    codec.encode(
                            new BsonDocumentWriter(document),
                            EntryDocument.of(entry),
                            EncoderContext.builder().build());
                    return document;
                })
                .toList();
    }

    public Entry entry(long seq) {
        return await(Mono.from(entries.find(Filters.eq("_id", id(seq))))).rebuild();
    }

    public String id(long seq) {
        return new EntryId(person, seq).value();
    }

    /** Puts another entry in a place and moves every entry behind it onto the new one: hashes and counters match again. */
    public void replace(long seq, UnaryOperator<Entry> forgery) {
        List<Entry> behind =
                LongStream.rangeClosed(seq + 1, lastSeq()).mapToObj(this::entry).toList();
        Entry last = forgery.apply(entry(seq));
        put(last);
        for (Entry entry : behind) {
            Link link = entry.link();
            last = with(
                    entry,
                    new Link(
                            person,
                            link.seq(),
                            last.hash(),
                            link.recordedAt(),
                            last.link().after(),
                            link.delta()));
            put(last);
        }
    }

    public void append(Entry entry) {
        await(Mono.from(entries.insertOne(EntryDocument.of(entry))));
    }

    /** Stores a copy of the entry under an id that is no place. */
    public void appendBeside(Entry entry, String id) {
        Document copy = await(Mono.from(entries.withDocumentClass(Document.class)
                .find(Filters.eq("_id", entry.id().value()))));
        copy.put("_id", id);
        await(Mono.from(entries.withDocumentClass(Document.class).insertOne(copy)));
    }

    public long lastSeq() {
        return await(Flux.from(entries.find(Filters.eq("p", person.value())))
                .map(EntryDocument::s)
                .reduce(0L, Math::max));
    }

    private void put(Entry entry) {
        EntryDocument document = EntryDocument.of(entry);
        await(Mono.from(entries.replaceOne(Filters.eq("_id", document.id()), document)));
    }

    /** The same entry in another place of the chain. */
    public static Entry with(Entry entry, Link link) {
        return switch (entry) {
            case Opening opening -> new Opening(link, opening.key(), opening.requestHash(), opening.insuredRegion());
            case AccountCredit credit ->
                new AccountCredit(link, credit.key(), credit.requestHash(), credit.insuredRegion(), credit.amount());
            case Closing closing ->
                new Closing(
                        link,
                        closing.key(),
                        closing.requestHash(),
                        closing.insuredRegion(),
                        closing.movedTo(),
                        closing.closedOn());
            case External external ->
                new External(
                        link,
                        external.key(),
                        external.requestHash(),
                        external.insuredRegion(),
                        external.payment(),
                        external.callerKey());
            case Settlement settlement ->
                new Settlement(
                        link,
                        settlement.key(),
                        settlement.requestHash(),
                        settlement.care(),
                        settlement.generation(),
                        settlement.amounts(),
                        settlement.basis(),
                        settlement.answerVersion(),
                        settlement.invoiceNumber(),
                        settlement.flags(),
                        settlement.replaced());
            case Undo undo ->
                new Undo(
                        link,
                        undo.kind(),
                        undo.key(),
                        undo.requestHash(),
                        undo.original(),
                        undo.care(),
                        undo.undone(),
                        undo.callerKey());
            case VoidedKey voided ->
                new VoidedKey(
                        link,
                        voided.key(),
                        voided.requestHash(),
                        voided.insuredRegion(),
                        voided.institution(),
                        voided.callerKey());
        };
    }

    /** The same link with other counters. */
    public static Link counted(Link link, Counters before, Counters delta) {
        return new Link(link.person(), link.seq(), link.prevHash(), link.recordedAt(), before, delta);
    }
}
