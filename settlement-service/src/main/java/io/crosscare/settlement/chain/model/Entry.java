package io.crosscare.settlement.chain.model;

import java.util.List;

/**
 * One stored fact of a person's chain. Never changed, never deleted; an answer is rendered from it, an event carries it, and
 * its hash holds everything before it in place. Holds no personal data.
 */
public sealed interface Entry permits Opening, AccountCredit, External, Closing, Settlement, Undo, VoidedKey {

    Link link();

    EntryKind kind();

    /** Unique for the person. */
    Key key();

    /** Unique for the person. */
    Slot slot();

    /** Hash of the request that asked for it: the same key with another content is refused. */
    ContentHash requestHash();

    /** Who receives and who bears; sums to zero. */
    List<Posting> postings();

    default EntryId id() {
        return link().id();
    }

    default ContentHash hash() {
        return EntryEncoding.hashOf(this);
    }
}
