package io.crosscare.settlement.policy;

import io.crosscare.settlement.benefit.model.Circumstances;
import io.crosscare.settlement.benefit.model.PolicyPack;
import io.crosscare.settlement.document.CanonicalText;
import io.crosscare.settlement.document.ShippedDocuments;
import java.util.List;

/** The packs as they are shipped, for tests. */
public final class ShippedPacks {

    public static final List<PolicyPack> ALL = ShippedDocuments.in("/policies").stream()
            .map(document -> PolicyReader.read(new CanonicalText(document)))
            .toList();

    private ShippedPacks() {}

    public static PolicyPack named(String name) {
        return ALL.stream().filter(pack -> pack.name().equals(name)).findFirst().orElseThrow();
    }

    /** A shipped pack with one text in its document replaced by another. */
    public static PolicyPack edited(String name, String from, String to) {
        String document = document(name);
        if (!document.contains(from)) {
            throw new IllegalArgumentException("the document does not contain: " + from);
        }
        return PolicyReader.read(new CanonicalText(document.replace(from, to)));
    }

    /** The document of a shipped pack that divides a stay over the end of a benefit period by its days. */
    public static String dividedByDays(String name) {
        String figure = "figures:\n  YEAR.END: {reading: BY_DAYS, source: YE, confidence: assumed}\n";
        return document(name)
                .replace("\nsources:\n", "\nsources:\n  YE: 为测试而设\n")
                .replace("\nfigures:\n", "\n" + figure)
                .replace("\nreadings:\n", "\nreadings:\n  yearEnd: YEAR.END\n");
    }

    public static String document(String name) {
        return ShippedDocuments.in("/policies").stream()
                .filter(document -> document.contains("policy: " + name + "\n"))
                .findFirst()
                .orElseThrow();
    }

    public static PolicyPack governing(Circumstances circumstances) {
        return ALL.stream()
                .filter(pack -> pack.governs(circumstances))
                .findFirst()
                .orElseThrow();
    }
}
