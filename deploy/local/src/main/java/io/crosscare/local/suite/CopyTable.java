package io.crosscare.local.suite;

import io.crosscare.local.store.CopyManifest;
import java.util.ArrayList;
import java.util.List;

/** What a copy of the document store holds, as rows for people. */
final class CopyTable {

    private CopyTable() {}

    static List<List<String>> of(CopyManifest manifest) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("集合 collection", "文档 documents"));
        manifest.documents().forEach((collection, count) -> rows.add(List.of(collection, String.valueOf(count))));
        rows.add(List.of("合计 total", String.valueOf(manifest.documentCount())));
        return rows;
    }
}
