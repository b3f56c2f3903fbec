package io.crosscare.simulator.store;

import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;

/** Whether a document is meant by a filter, for the operators the suite uses; any other is a fault of the simulator. */
final class Matching {

    private Matching() {}

    static boolean matches(BsonDocument document, BsonDocument filter) {
        return filter.entrySet().stream().allMatch(part -> matches(document, part));
    }

    private static boolean matches(BsonDocument document, Map.Entry<String, BsonValue> part) {
        BsonValue wanted = part.getValue();
        return switch (part.getKey()) {
            case "$and" -> wanted.asArray().stream().allMatch(one -> matches(document, one.asDocument()));
            case "$nor" -> wanted.asArray().stream().noneMatch(one -> matches(document, one.asDocument()));
            default -> holds(document.get(part.getKey(), BsonNull.VALUE), wanted);
        };
    }

    private static boolean holds(BsonValue value, BsonValue wanted) {
        if (!(wanted instanceof BsonDocument operators) || !isOperator(operators)) {
            return is(value, wanted);
        }
        return operators.entrySet().stream().allMatch(part -> holds(value, part.getKey(), part.getValue()));
    }

    private static boolean holds(BsonValue value, String operator, BsonValue operand) {
        return switch (operator) {
            case "$eq" -> is(value, operand);
            case "$in" -> operand.asArray().stream().anyMatch(one -> is(value, one));
            case "$size" ->
                value instanceof BsonArray array
                        && array.size() == operand.asNumber().intValue();
            case "$lt" -> compare(value, operand) < 0;
            case "$gte" -> compare(value, operand) >= 0;
            default -> throw new UnsupportedOperationException("filter " + operator);
        };
    }

    private static boolean isOperator(BsonDocument document) {
        return !document.isEmpty() && document.getFirstKey().startsWith("$");
    }

    /** An array is meant as a whole, or by one of its elements. */
    private static boolean is(BsonValue value, BsonValue wanted) {
        return equal(value, wanted)
                || (value instanceof BsonArray array && array.stream().anyMatch(one -> equal(one, wanted)));
    }

    /** Numbers are the same whatever their width. */
    static boolean equal(BsonValue one, BsonValue other) {
        return (one.isNumber() && other.isNumber())
                ? one.asNumber().longValue() == other.asNumber().longValue()
                : one.equals(other);
    }

    static int compare(BsonValue one, BsonValue other) {
        if (one.isNumber() && other.isNumber()) {
            return Long.compare(one.asNumber().longValue(), other.asNumber().longValue());
        }
        if (one instanceof BsonString text && other instanceof BsonString than) {
            return text.getValue().compareTo(than.getValue());
        }
        throw new UnsupportedOperationException("comparison of " + one.getBsonType() + " and " + other.getBsonType());
    }
}
