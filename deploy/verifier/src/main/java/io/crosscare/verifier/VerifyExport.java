package io.crosscare.verifier;

import io.crosscare.settlement.export.model.ExportLine.End;
import io.crosscare.settlement.export.model.ExportLine.HeadLine;
import io.crosscare.settlement.export.model.Totals;
import io.crosscare.verifier.ReadExport.Line;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a file of exported chains, one chain in memory at a time, and stops at the first thing that is wrong. A file that
 * holds says how much it is and its digest, which alone tells a file from another one made with new hashes throughout.
 */
final class VerifyExport {

    private static final String FILE = "文件 the file";

    private final ReadExport reading = new ReadExport();
    private Totals totals = Totals.NONE;
    private ChainFile open = new ChainFile();
    private long line;
    private boolean isWhole;

    /** What has come of it. */
    sealed interface Verdict {

        record Holds(Totals totals) implements Verdict {}

        record Fails(Flaw flaw) implements Verdict {}
    }

    Verdict verify(Iterator<String> lines) {
        if (!lines.hasNext()) {
            return fails("空文件", "is empty");
        }
        line = 1;
        switch (reading.read(lines.next())) {
            case Line.Begun(boolean whole) -> isWhole = whole;
            case Line.OtherVersion() -> {
                return fails("格式版本未知", "is of a form that this program does not know");
            }
            case Line.Told _, Line.Headed _, Line.Ended _, Line.Unreadable _ -> {
                return fails("首行缺失或已被更改", "its first line was altered or removed");
            }
        }
        while (lines.hasNext()) {
            line++;
            Verdict verdict = next(reading.read(lines.next()), lines.hasNext());
            if (verdict != null) {
                return verdict;
            }
        }
        return open.isEmpty()
                ? fails("末行缺失", "its last line is missing: it was cut off")
                : new Verdict.Fails(open.withoutHead(line));
    }

    private @Nullable Verdict next(Line read, boolean goesOn) {
        switch (read) {
            case Line.Told(var stored) -> {
                open.add(line, stored);
                totals = totals.withEntry();
                return null;
            }
            case Line.Headed(HeadLine head) -> {
                Flaw flaw = open.flaw(line, head, isWhole);
                totals = totals.with(head);
                open = new ChainFile();
                return flaw == null ? null : new Verdict.Fails(flaw);
            }
            case Line.Ended(End end) -> {
                if (!open.isEmpty()) {
                    return new Verdict.Fails(open.withoutHead(line));
                }
                return goesOn ? fails("末行之后还有内容", "goes on behind its last line") : ended(end);
            }
            case Line.Begun _, Line.OtherVersion _, Line.Unreadable _ -> {
                return fails("本行已被更改，无法读取", "this line was altered: it cannot be read");
            }
        }
    }

    private Verdict ended(End end) {
        if (end.chains() != totals.chains()) {
            return fails(
                    "应有 %d 条链，实有 %d 条".formatted(end.chains(), totals.chains()),
                    "has %d chains of %d: a whole one was removed or added".formatted(totals.chains(), end.chains()));
        }
        return end.equals(totals.end())
                ? new Verdict.Holds(totals)
                : fails("链的顺序或末行已被更改", "its chains were reordered, or its last line was altered");
    }

    private Verdict fails(String zh, String en) {
        return new Verdict.Fails(new Flaw(line, FILE, zh, en));
    }
}
