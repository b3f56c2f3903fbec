package io.crosscare.acceptance.restore;

import io.crosscare.acceptance.Audit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a rehearsal came to.
 *
 * @param audits after the restore, and after everything lost was settled again
 * @param again how many of the lost ones were settled again
 * @param troubles what else should not have been
 */
record RestoreReport(List<Looked> looked, int again, List<Audit> audits, List<String> troubles) {

    RestoreReport {
        looked = List.copyOf(looked);
        audits = List.copyOf(audits);
        troubles = Stream.of(
                        troubles,
                        looked.stream()
                                .map(Looked::trouble)
                                .flatMap(Optional::stream)
                                .toList())
                .flatMap(Collection::stream)
                .toList();
    }

    /** Nothing kept would prove nothing, and so would nothing lost. */
    boolean isClean() {
        return troubles.isEmpty() && kept() > 0 && lost() > 0 && again == lost() && areAuditsClean();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("  已应答 answered / 仍在 kept / 列为丢失 listed as lost");
        for (Settled.When when : Settled.When.values()) {
            List<Looked> then =
                    looked.stream().filter(one -> one.settled().when() == when).toList();
            lines.add("  %5d %5d %5d  %s"
                    .formatted(
                            then.size(),
                            then.stream().filter(Looked::isKept).count(),
                            then.stream().filter(Looked::isLost).count(),
                            when.label()));
        }
        looked.stream().filter(Looked::isLost).forEach(one -> lines.add("  丢失 lost " + one.line()));
        troubles.forEach(trouble -> lines.add("  ✗ " + trouble));
        for (Audit audit : audits) {
            audit.invariants().stream()
                    .filter(invariant -> !invariant.isHeld())
                    .forEach(broken -> lines.add("  ✗ %s %s / %s: %s"
                            .formatted(broken.id(), broken.zh(), broken.en(), broken.violations())));
        }
        lines.add("rehearsal: %d kept, %d listed as lost, %d settled again, audit %s"
                .formatted(kept(), lost(), again, areAuditsClean() ? "held" : "VIOLATED"));
        return lines;
    }

    private long kept() {
        return looked.stream().filter(Looked::isKept).count();
    }

    private long lost() {
        return looked.stream().filter(Looked::isLost).count();
    }

    private boolean areAuditsClean() {
        return !audits.isEmpty() && audits.stream().allMatch(Audit::isClean);
    }
}
