package io.crosscare.verifier;

import com.mongodb.MongoClientSettings;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.chain.model.ContentHash;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.StoredEntry;
import io.crosscare.settlement.chain.mongo.ReadEntries;
import io.crosscare.settlement.export.model.ExportLine;
import io.crosscare.settlement.export.model.ExportLine.End;
import io.crosscare.settlement.export.model.ExportLine.HeadLine;
import org.bson.BSONException;
import org.bson.BsonDocument;
import org.bson.json.JsonParseException;

/** Reads lines of an exported file. A line that cannot be read is told as such, never passed over. */
final class ReadExport {

    private final ReadEntries readEntries = new ReadEntries(MongoClientSettings.getDefaultCodecRegistry());

    /** What a line says. */
    sealed interface Line {

        /**
         * The file begins.
         *
         * @param isWhole whether chains were exported from their first entry on
         */
        record Begun(boolean isWhole) implements Line {}

        record Told(StoredEntry entry) implements Line {}

        record Headed(HeadLine head) implements Line {}

        record Ended(End end) implements Line {}

        /** A form of files that this program does not know. */
        record OtherVersion() implements Line {}

        record Unreadable() implements Line {}
    }

    Line read(String text) {
        try {
            BsonDocument line = BsonDocument.parse(text);
            return switch (line.getString("type").getValue()) {
                case "export" -> begun(line);
                case "entry" -> new Line.Told(readEntries.readText(line.getDocument("entry")));
                case "head" -> new Line.Headed(head(line));
                case "end" ->
                    new Line.Ended(new End(
                            line.getNumber("chains").longValue(),
                            line.getNumber("entries").longValue(),
                            new ContentHash(line.getString("digest").getValue())));
                default -> new Line.Unreadable();
            };
        } catch (JsonParseException | BSONException | IllegalArgumentException _) {
            return new Line.Unreadable();
        }
    }

    private static HeadLine head(BsonDocument line) {
        PersonId person = new PersonId(line.getString("personId").getValue());
        long first = line.getNumber("firstSeq").longValue();
        EntryId last = new EntryId(person, line.getNumber("seq").longValue());
        return new HeadLine(
                person,
                new EntryId(person, first).seq(),
                last.seq(),
                line.getString("hash").getValue());
    }

    private static Line begun(BsonDocument line) {
        return line.getNumber("version").longValue() == ExportLine.VERSION
                ? new Line.Begun(!line.containsKey("from"))
                : new Line.OtherVersion();
    }
}
