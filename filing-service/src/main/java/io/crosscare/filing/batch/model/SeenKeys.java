package io.crosscare.filing.batch.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * In which row of a file a key stood first. Keeps 64 bits of each key's SHA-256, in twelve bytes for every place, so that the
 * keys of 100,000 rows take a few megabytes; that two keys of a file of 200,000 are taken for one happens once in a thousand
 * million files. Not for several threads.
 */
public final class SeenKeys {

    private static final int CAPACITY_MIN = 1 << 10;

    private final MessageDigest sha256 = sha256();
    private long[] hashes = new long[CAPACITY_MIN];
    private int[] rows = new int[CAPACITY_MIN];
    private int size;

    /** The row in which the key stood before; 0, and it is remembered with this row, where it did not. */
    public int findOrAdd(String key, int row) {
        if (size * 2 >= hashes.length) {
            grow();
        }
        long hash = hashOf(key);
        int place = placeOf(hash);
        if (rows[place] != 0) {
            return rows[place];
        }
        hashes[place] = hash;
        rows[place] = row;
        size++;
        return 0;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldRows = rows;
        hashes = new long[oldHashes.length * 2];
        rows = new int[oldRows.length * 2];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldRows[i] != 0) {
                int place = placeOf(oldHashes[i]);
                hashes[place] = oldHashes[i];
                rows[place] = oldRows[i];
            }
        }
    }

    /** The place of the hash, or the free one where it belongs. */
    private int placeOf(long hash) {
        int mask = hashes.length - 1;
        int place = (int) hash & mask;
        while (rows[place] != 0 && hashes[place] != hash) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private long hashOf(String key) {
        byte[] digest = sha256.digest(key.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(Arrays.copyOf(digest, Long.BYTES)).getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
