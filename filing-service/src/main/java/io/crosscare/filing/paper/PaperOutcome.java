package io.crosscare.filing.paper;

import io.crosscare.filing.paper.model.KeptForm;
import io.crosscare.filing.paper.model.Scan;

/** What comes of bringing a paper. Only the first two have changed anything. */
public sealed interface PaperOutcome {

    record ScanKept(Scan scan) implements PaperOutcome {}

    record FormKept(KeptForm form) implements PaperOutcome {}

    /** The same scan was brought by the same request before. */
    record ScanReplayed(Scan scan) implements PaperOutcome {}

    /** The same form was brought by the same request before. */
    record FormReplayed(KeptForm form) implements PaperOutcome {}

    /** The key was used before with other content. */
    record KeyReused() implements PaperOutcome {}

    /** There is no such filing, or not for this caller. */
    record NotVisible() implements PaperOutcome {}

    /** The content is no JPEG, PNG or PDF. */
    record NoScan() implements PaperOutcome {}

    /** The region knows no such paper. */
    record MaterialUnknown() implements PaperOutcome {}

    /** The filing has as many as it may. */
    record TooMany(int max) implements PaperOutcome {}
}
