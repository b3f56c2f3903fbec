package io.crosscare.settlement.mapping.mongo;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.settlement.mapping.ItemMapping;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.bson.codecs.pojo.annotations.BsonId;

/** The local codes of an institution as they are stored; public for the driver's record codec. */
public record ItemMappingDocument(@BsonId String institution, List<Pair> pairs, Instant uploadedAt, String uploadedBy) {

    /** A local code and its item. */
    public record Pair(String l, String i) {}

    static ItemMappingDocument of(ItemMapping mapping) {
        List<Pair> pairs = mapping.itemCodes().entrySet().stream()
                .map(pair -> new Pair(pair.getKey(), pair.getValue()))
                .toList();
        return new ItemMappingDocument(
                mapping.institution().value(), pairs, mapping.uploadedAt(), mapping.uploadedBy());
    }

    ItemMapping toMapping() {
        TreeMap<String, String> itemCodes = new TreeMap<>();
        pairs.forEach(pair -> itemCodes.put(pair.l(), pair.i()));
        return new ItemMapping(new InstitutionCode(institution), itemCodes, uploadedAt, uploadedBy);
    }
}
