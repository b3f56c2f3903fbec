package io.crosscare.settlement.export.web;

import io.crosscare.settlement.export.model.ExportLine;
import io.crosscare.settlement.export.model.ExportLine.Begin;
import io.crosscare.settlement.export.model.ExportLine.End;
import io.crosscare.settlement.export.model.ExportLine.HeadLine;
import io.crosscare.settlement.export.model.ExportLine.Text;
import org.jspecify.annotations.Nullable;

/**
 * Lines of an exported file as they are written. Nothing in them but the entries themselves may hold a character that JSON would
 * escape, and the entries are JSON already.
 */
final class ExportText {

    private ExportText() {}

    static String of(ExportLine line) {
        return switch (line) {
            case Begin begin ->
                "{\"type\":\"export\",\"version\":%d,\"takenAt\":\"%s\"%s%s%s}\n"
                        .formatted(
                                ExportLine.VERSION,
                                begin.takenAt(),
                                optional("insuredRegion", begin.insuredRegion()),
                                optional("from", begin.from()),
                                optional("until", begin.until()));
            case Text entry -> "{\"type\":\"entry\",\"entry\":" + entry.text().json() + "}\n";
            case HeadLine head ->
                "{\"type\":\"head\",\"personId\":\"%s\",\"firstSeq\":%d,\"seq\":%d,\"hash\":\"%s\"}\n"
                        .formatted(head.person().value(), head.firstSeq(), head.seq(), head.hash());
            case End end ->
                "{\"type\":\"end\",\"chains\":%d,\"entries\":%d,\"digest\":\"%s\"}\n"
                        .formatted(end.chains(), end.entries(), end.digest());
        };
    }

    private static String optional(String name, @Nullable Object value) {
        return value == null ? "" : ",\"" + name + "\":\"" + value + "\"";
    }
}
