package io.crosscare.local.store;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What some closed segments change in the snapshot before them. Of a document it keeps only the place of its last version in
 * the segments; the documents stay on disk.
 */
final class JournalDelta implements EffectVisitor {

    private final List<Path> segments = new ArrayList<>();
    private final Map<String, Changes> collections = new HashMap<>();
    private long payloadOffset;

    /** Where the bytes of a document are: in which of the segments, from which byte on, how many; none of one deleted. */
    private record Place(int segment, long offset, int length) {

        static final Place NOWHERE = new Place(0, 0, 0);

        boolean isSomewhere() {
            return length > 0;
        }
    }

    /**
     * What happened to one collection.
     *
     * @param former its name in the snapshot before, null when nothing of it is from there
     * @param places of the last version of each document that was put or deleted, by position
     */
    private record Changes(@Nullable String former, Map<Long, Place> places) {}

    private record Survivor(String namespace, long position, Place place) {}

    /** Takes in a segment and refuses a damaged one. Returns the number of the frame after it. */
    long add(Path segment, long firstSequence) throws IOException {
        segments.add(segment);
        long sequence = firstSequence;
        try (FrameReader frames = new FrameReader(segment)) {
            while (!frames.isAtEnd()) {
                payloadOffset = frames.offset() + Frame.HEADER_LENGTH;
                ByteBuf payload = frames.next(sequence);
                if (payload == null) {
                    throw new StoreDamagedException(segment, frames.offset(), "frame " + sequence + " unreadable");
                }
                Effect.visitAll(payload, this);
                sequence++;
            }
        }
        return sequence;
    }

    @Override
    public void put(String namespace, long position, ByteBuf document, int place) {
        changesOf(namespace)
                .places()
                .put(position, new Place(segments.size() - 1, payloadOffset + place, document.readableBytes()));
    }

    @Override
    public void delete(String namespace, long position) {
        changesOf(namespace).places().put(position, Place.NOWHERE);
    }

    @Override
    public void drop(String namespace) {
        collections.put(namespace, new Changes(null, new HashMap<>()));
    }

    @Override
    public void rename(String namespace, String newNamespace) {
        collections.put(newNamespace, changesOf(namespace));
        drop(namespace);
    }

    /** Writes what still stands of the snapshot before. */
    void copyStanding(Path snapshot, Snapshot.Writer to) throws IOException {
        Map<String, String> names = new HashMap<>();
        collections.forEach((name, changes) -> {
            if (changes.former() != null) {
                names.put(changes.former(), name);
            }
        });
        Snapshot.read(snapshot, new OnlyPuts() {
            @Override
            public void put(String namespace, long position, ByteBuf document, int place) throws IOException {
                String name = collections.containsKey(namespace)
                        ? names.get(namespace)
                        : names.getOrDefault(namespace, namespace);
                if (name != null && !isChanged(name, position)) {
                    to.put(name, position, document);
                }
            }
        });
    }

    /** Writes what stands in the segments, in the order they have it. */
    void copyChanged(Snapshot.Writer to) throws IOException {
        List<Survivor> survivors = new ArrayList<>();
        collections.forEach((namespace, changes) -> changes.places().forEach((position, place) -> {
            if (place.isSomewhere()) {
                survivors.add(new Survivor(namespace, position, place));
            }
        }));
        survivors.sort(
                Comparator.<Survivor>comparingInt(survivor -> survivor.place().segment())
                        .thenComparingLong(survivor -> survivor.place().offset()));
        int next = 0;
        for (int segment = 0; segment < segments.size(); segment++) {
            try (FileChannel channel = FileChannel.open(segments.get(segment), StandardOpenOption.READ)) {
                while (next < survivors.size() && survivors.get(next).place().segment() == segment) {
                    Survivor survivor = survivors.get(next++);
                    copy(channel, survivor, to);
                }
            }
        }
    }

    private static void copy(FileChannel channel, Survivor survivor, Snapshot.Writer to) throws IOException {
        Place place = survivor.place();
        ByteBuf document = Unpooled.buffer(place.length());
        while (document.isWritable()) {
            if (document.writeBytes(channel, place.offset() + document.writerIndex(), document.writableBytes()) < 0) {
                throw new EOFException("a segment has become shorter");
            }
        }
        to.put(survivor.namespace(), survivor.position(), document);
    }

    private boolean isChanged(String name, long position) {
        Changes changes = collections.get(name);
        return changes != null && changes.places().containsKey(position);
    }

    /** Whoever is met here for the first time is in the snapshot before under the same name, if it is there at all. */
    private Changes changesOf(String namespace) {
        return collections.computeIfAbsent(namespace, name -> new Changes(name, new HashMap<>()));
    }

    /** A snapshot has nothing but puts. */
    private abstract static class OnlyPuts implements EffectVisitor {

        @Override
        public void delete(String namespace, long position) {
            throw new IllegalArgumentException("a deletion in a snapshot");
        }

        @Override
        public void drop(String namespace) {
            throw new IllegalArgumentException("a drop in a snapshot");
        }

        @Override
        public void rename(String namespace, String newNamespace) {
            throw new IllegalArgumentException("a renaming in a snapshot");
        }
    }
}
