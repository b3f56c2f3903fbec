package io.crosscare.chassis.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises error 11000 in each of the three forms the driver gives it. */
public final class DuplicateKey {

    private static final int CODE = 11000;
    private static final Pattern INDEX = Pattern.compile("index: (?:[^ ]*\\$)?([A-Za-z0-9_.]+) dup key");

    private DuplicateKey() {}

    public static boolean isIn(Throwable error) {
        return messageIn(error) != null;
    }

    /** Whether the duplicate was found by the given index; {@code _id_} is every collection's own. */
    public static boolean isIn(Throwable error, String indexName) {
        String message = messageIn(error);
        return message != null && names(message, indexName);
    }

    /** Whether one write of many met a duplicate. */
    public static boolean is(BulkWriteError error) {
        return error.getCode() == CODE;
    }

    /** Whether one write of many met a duplicate in the given index. */
    public static boolean is(BulkWriteError error, String indexName) {
        return is(error) && names(error.getMessage(), indexName);
    }

    private static boolean names(String message, String indexName) {
        Matcher matcher = INDEX.matcher(message);
        return matcher.find() && matcher.group(1).equals(indexName);
    }

    /** Whether a write of many documents, each by itself, failed for duplicate keys and nothing else. */
    public static boolean isAllThatIsIn(Throwable error) {
        return error instanceof MongoBulkWriteException bulk
                && bulk.getWriteConcernError() == null
                && bulk.getWriteErrors().stream().allMatch(one -> one.getCode() == CODE);
    }

    private static @Nullable String messageIn(Throwable error) {
        return switch (error) {
            case MongoWriteException write
            when write.getError().getCode() == CODE -> write.getError().getMessage();
            case MongoCommandException command when command.getErrorCode() == CODE -> command.getErrorMessage();
            case MongoBulkWriteException bulk ->
                bulk.getWriteErrors().stream()
                        .filter(DuplicateKey::is)
                        .map(one -> one.getMessage())
                        .findFirst()
                        .orElse(null);
            default -> null;
        };
    }
}
