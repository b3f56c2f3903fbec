package io.crosscare.local.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * One change a command has made to a collection, as the journal keeps it. Effects hold results, not requests: ids and dates
 * are resolved, so bringing them back executes nothing again. Databases, collections and indexes need no effects of their own;
 * their definitions are documents of system collections.
 */
sealed interface Effect {

    int NAME_BYTES_MAX = 0xFFFF;

    /** The collection changed, as {@code database.collection}. */
    String namespace();

    /** The document at this position is now this one. */
    record Put(String namespace, long position, Document document) implements Effect {}

    /** The position holds no document any more. */
    record Delete(String namespace, long position) implements Effect {}

    /** The collection and all its documents are gone. */
    record Drop(String namespace) implements Effect {}

    /** The collection goes on under another name. */
    record Rename(String namespace, String newNamespace) implements Effect {}

    /** Appends this effect to what a later {@link #visitAll} reads; refuses what could not be read. */
    default void writeTo(ByteBuf out) {
        switch (this) {
            case Put put -> {
                beginPut(put.namespace(), put.position(), out);
                writeDocument(put.document(), out);
            }
            case Delete delete -> {
                begin('D', delete.namespace(), out);
                out.writeLong(delete.position());
            }
            case Drop drop -> begin('X', drop.namespace(), out);
            case Rename rename -> {
                begin('R', rename.namespace(), out);
                writeName(rename.newNamespace(), out);
            }
        }
    }

    /** Appends the beginning of a {@link Put}, after which the bytes of the document are to come. */
    static void beginPut(String namespace, long position, ByteBuf out) {
        begin('P', namespace, out);
        out.writeLong(position);
    }

    /** Shows the visitor all effects of a frame. Documents are passed on as bytes, not decoded. */
    static void visitAll(ByteBuf payload, EffectVisitor visitor) throws IOException {
        while (payload.isReadable()) {
            byte kind = payload.readByte();
            String namespace = readName(payload);
            switch (kind) {
                case 'P' -> {
                    long position = payload.readLong();
                    int place = payload.readerIndex();
                    visitor.put(namespace, position, payload.readSlice(payload.getIntLE(place)), place);
                }
                case 'D' -> visitor.delete(namespace, payload.readLong());
                case 'X' -> visitor.drop(namespace);
                case 'R' -> visitor.rename(namespace, readName(payload));
                default -> throw new IllegalArgumentException("unknown kind of effect: " + kind);
            }
        }
    }

    private static void begin(char kind, String namespace, ByteBuf out) {
        out.writeByte(kind);
        writeName(namespace, out);
    }

    /** Refuses what could not be read again: updates can make a document larger than any request may bring. */
    private static void writeDocument(Document document, ByteBuf out) {
        int start = out.writerIndex();
        BsonEncoder.encodeDocument(document, out);
        if (out.writerIndex() - start > BsonConstants.MAX_BSON_OBJECT_SIZE) {
            throw new MongoServerError(10334, "BSONObjectTooLarge", "a document may have 16 MB at most");
        }
    }

    private static void writeName(String name, ByteBuf out) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > NAME_BYTES_MAX) {
            throw new MongoServerError(ErrorCode.InvalidNamespace, "name too long");
        }
        out.writeShort(bytes.length);
        out.writeBytes(bytes);
    }

    private static String readName(ByteBuf in) {
        return in.readString(in.readUnsignedShort(), StandardCharsets.UTF_8);
    }
}
