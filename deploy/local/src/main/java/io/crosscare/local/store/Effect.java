package io.crosscare.local.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
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

    /** Appends this effect to what a later {@link #readFrom} reads; refuses what could not be read. */
    default void writeTo(ByteBuf out) {
        out.writeByte(
                switch (this) {
                    case Put _ -> 'P';
                    case Delete _ -> 'D';
                    case Drop _ -> 'X';
                    case Rename _ -> 'R';
                });
        writeName(namespace(), out);
        switch (this) {
            case Put put -> {
                out.writeLong(put.position());
                writeDocument(put.document(), out);
            }
            case Delete delete -> out.writeLong(delete.position());
            case Drop _ -> {}
            case Rename rename -> writeName(rename.newNamespace(), out);
        }
    }

    /** The next effect of a journal frame. */
    static Effect readFrom(ByteBuf in) {
        byte kind = in.readByte();
        String namespace = readName(in);
        return switch (kind) {
            case 'P' -> new Put(namespace, in.readLong(), BsonDecoder.decodeBson(in));
            case 'D' -> new Delete(namespace, in.readLong());
            case 'X' -> new Drop(namespace);
            case 'R' -> new Rename(namespace, readName(in));
            default -> throw new IllegalArgumentException("unknown kind of effect: " + kind);
        };
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
