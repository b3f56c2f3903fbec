package io.crosscare.settlement.policy;

import io.crosscare.settlement.benefit.model.Circumstances;
import io.crosscare.settlement.benefit.model.PolicyPack;
import io.crosscare.settlement.document.CanonicalDocument;
import io.crosscare.settlement.document.ShippedDocuments;
import java.util.List;

/** The packs as they are shipped, for tests. */
public final class ShippedPacks {

    public static final List<PolicyPack> ALL = ShippedDocuments.in("/policies").stream()
            .map(document -> PolicyDocument.read(new CanonicalDocument(document)))
            .toList();

    private ShippedPacks() {}

    public static PolicyPack named(String name) {
        return ALL.stream().filter(pack -> pack.name().equals(name)).findFirst().orElseThrow();
    }

    public static PolicyPack governing(Circumstances circumstances) {
        return ALL.stream()
                .filter(pack -> pack.governs(circumstances))
                .findFirst()
                .orElseThrow();
    }
}
