package io.crosscare.registry.web;

import io.crosscare.chassis.feed.Feed;
import io.crosscare.registry.directory.Institutions.Recorded;
import io.crosscare.registry.directory.PublishedChange;
import java.util.List;

/**
 * Changes in their order.
 *
 * @param items 变更 · oldest first
 * @param nextCursor 续读游标 · where to go on; always there, also when nothing follows yet
 * @param atEnd 是否已到末尾 · whether nothing more was recorded when this was answered
 */
record ChangesResponse(List<PublishedChange> items, String nextCursor, boolean atEnd) {

    static ChangesResponse of(Feed.Part<Recorded> part) {
        return new ChangesResponse(
                part.changes().stream().map(PublishedChange::of).toList(),
                ListCursor.encode(Long.toString(part.seq())),
                part.isAtEnd());
    }
}
