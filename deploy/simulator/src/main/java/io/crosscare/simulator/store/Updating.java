package io.crosscare.simulator.store;

import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** A document as an update leaves it, for the operators the suite uses; any other is a fault of the simulator. */
final class Updating {

    private Updating() {}

    static BsonDocument updated(BsonDocument document, BsonDocument update) {
        BsonDocument changed = document.clone();
        update.forEach(
                (operator, fields) -> fields.asDocument().entrySet().forEach(field -> apply(changed, operator, field)));
        return changed;
    }

    private static void apply(BsonDocument document, String operator, Map.Entry<String, BsonValue> field) {
        String name = field.getKey();
        BsonValue operand = field.getValue();
        switch (operator) {
            case "$set" -> document.put(name, operand);
            case "$pull" -> arrayIn(document, name).removeIf(one -> Matching.equal(one, operand));
            case "$addToSet" ->
                operand.asDocument().getArray("$each").stream()
                        .filter(one -> !arrayIn(document, name).contains(one))
                        .forEach(arrayIn(document, name)::add);
            default -> throw new UnsupportedOperationException("update " + operator);
        }
    }

    private static BsonArray arrayIn(BsonDocument document, String name) {
        return document.getArray(name);
    }
}
