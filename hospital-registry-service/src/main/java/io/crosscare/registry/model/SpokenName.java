package io.crosscare.registry.model;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A name as it is spoken: for each character every way to read it. A character with several readings is found by each of them,
 * for a search that knows only one would miss 句容 as Jurong or 六合 as Luhe.
 *
 * @param syllables by character, each in small Latin letters without tone, the usual reading first
 */
public record SpokenName(List<List<String>> syllables) {

    public static final SpokenName NONE = new SpokenName(List.of());

    private static final List<String> DOUBLE_INITIALS = List.of("zh", "ch", "sh");

    public SpokenName {
        syllables = syllables.stream().map(List::copyOf).toList();
    }

    /**
     * Whether the name, or a part of it that begins with a character, can be written so: in full, by initials, or partly this and
     * partly that, the last syllable perhaps unfinished. {@code zjsdy}, {@code zhenjiangshi} and {@code zhenjshi} all find 镇江市第一.
     */
    public boolean isWritten(String latin) {
        String letters = latin.toLowerCase(Locale.ROOT).replace('ü', 'v').replaceAll("[\\s'’-]", "");
        if (letters.isEmpty()) {
            return false;
        }
        for (int first = 0; first < syllables.size(); first++) {
            if (isWrittenFrom(first, letters)) {
                return true;
            }
        }
        return false;
    }

    /** For sorting: syllable by syllable, so that all characters of one reading stand together. */
    public String sortKey() {
        return syllables.stream()
                .map(readings -> readings.isEmpty() ? "" : readings.getFirst())
                .collect(Collectors.joining(" "));
    }

    /** Goes on from every place in the letters that can have been reached. */
    private boolean isWrittenFrom(int first, String letters) {
        BitSet reached = new BitSet();
        reached.set(0);
        for (int i = first; i < syllables.size() && !reached.isEmpty(); i++) {
            BitSet next = new BitSet();
            for (int at = reached.nextSetBit(0); at >= 0; at = reached.nextSetBit(at + 1)) {
                for (String syllable : syllables.get(i)) {
                    if (syllable.startsWith(letters.substring(at))) {
                        return true;
                    }
                    advance(syllable, letters, at, next);
                }
            }
            if (next.get(letters.length())) {
                return true;
            }
            reached = next;
        }
        return false;
    }

    private static void advance(String syllable, String letters, int at, BitSet next) {
        if (letters.startsWith(syllable, at)) {
            next.set(at + syllable.length());
        }
        if (letters.charAt(at) == syllable.charAt(0)) {
            next.set(at + 1);
        }
        for (String initial : DOUBLE_INITIALS) {
            if (syllable.startsWith(initial) && letters.startsWith(initial, at)) {
                next.set(at + initial.length());
            }
        }
    }
}
