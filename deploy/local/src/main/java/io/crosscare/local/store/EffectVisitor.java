package io.crosscare.local.store;

import io.netty.buffer.ByteBuf;
import java.io.IOException;

/** What is done with the effects of the journal as they are read, in their order. */
interface EffectVisitor {

    /**
     * The document at this position is now this one.
     *
     * @param document exactly its bytes, good until the call returns
     * @param place where these bytes begin in the payload of the frame
     */
    void put(String namespace, long position, ByteBuf document, int place) throws IOException;

    /** The position holds no document any more. */
    void delete(String namespace, long position) throws IOException;

    /** The collection and all its documents are gone. */
    void drop(String namespace) throws IOException;

    /** The collection goes on under another name, whose former collection is gone. */
    void rename(String namespace, String newNamespace) throws IOException;
}
