package io.crosscare.local.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.OpCode;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.buffer.ByteBuf;

/** Writes the answer to a request in the form of the MongoDB wire protocol that the request came in. */
final class WireReply {

    private WireReply() {}

    static void encode(ClientRequest request, int replyId, Document answer, ByteBuf out) {
        boolean isMessage = request instanceof MongoMessage;
        int start = out.writerIndex();
        out.writeIntLE(0); // the length, when it is known
        out.writeIntLE(replyId);
        out.writeIntLE(request.getHeader().getRequestID());
        out.writeIntLE((isMessage ? OpCode.OP_MSG : OpCode.OP_REPLY).getId());
        out.writeIntLE(0); // no flags
        if (isMessage) {
            out.writeByte(MongoMessage.SECTION_KIND_BODY);
        } else {
            out.writeLongLE(0); // no cursor
            out.writeIntLE(0); // from the first document on
            out.writeIntLE(1); // one document
        }
        BsonEncoder.encodeDocument(answer, out);
        out.setIntLE(start, out.writerIndex() - start);
    }
}
