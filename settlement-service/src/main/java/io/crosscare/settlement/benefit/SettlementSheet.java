package io.crosscare.settlement.benefit;

import io.crosscare.settlement.benefit.model.Catalogue;
import io.crosscare.settlement.benefit.model.Circumstances;
import io.crosscare.settlement.benefit.model.CostSplit;
import io.crosscare.settlement.benefit.model.PolicyPack;
import io.crosscare.settlement.benefit.model.Reference;
import io.crosscare.settlement.benefit.model.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the one-page settlement sheet says, from the total cost to cash, however it is shown: as plain text ({@link SheetText}) or
 * as a page to be printed ({@link SheetPage}). Chinese first; each step shows its formula, and the notes behind it say which
 * figures and texts it rests on, each with its mark.
 *
 * @param lines the first {@link #LINES_MAX} fee lines
 * @param moreLines how many there are beside these
 */
record SettlementSheet(
        List<Labelled> head,
        List<LineExplanation> lines,
        int moreLines,
        List<NumberedStep> steps,
        List<Payer> payers,
        List<Note> notes) {

    static final int LINES_MAX = 20;

    /** A value with what it is called. */
    record Labelled(String zh, String en, String value) {}

    /**
     * A step of the calculation.
     *
     * @param notes numbers of the notes that it rests on
     */
    record NumberedStep(int number, ExplanationNode node, List<NumberedMark> notes) {}

    /** The number of a note, with the mark of what it says. */
    record NumberedMark(int number, String mark) {}

    /**
     * Somebody who pays, or a reason why.
     *
     * @param isPart whether it is a part of the one above it
     */
    record Payer(Wording title, ExplanationNode node, boolean isPart) {}

    /**
     * What amounts rest on.
     *
     * @param sameSourceAs number of an earlier note with the same source; null where this is the first of it
     */
    record Note(int number, Reference reference, @Nullable Integer sameSourceAs) {}

    /** The sheet of a split, with the pack and the catalogue it was made from. */
    static SettlementSheet of(
            SheetHead head, Circumstances care, CostSplit split, PolicyPack pack, Catalogue catalogue) {
        Explanation explanation = Explanation.of(split, care, pack, catalogue);
        Notes notes = new Notes();
        List<NumberedStep> steps = steps(explanation, notes);
        List<LineExplanation> all = explanation.lines();
        List<LineExplanation> first = all.subList(0, head.showsLines() ? Math.min(LINES_MAX, all.size()) : 0);
        return new SettlementSheet(
                labels(head, care, pack, catalogue),
                List.copyOf(first),
                all.size() - first.size(),
                steps,
                payers(explanation),
                notes.all());
    }

    private static List<Labelled> labels(SheetHead head, Circumstances care, PolicyPack pack, Catalogue catalogue) {
        List<Labelled> labels = new ArrayList<>();
        String id = head.settlementId();
        labels.add(new Labelled("结算编号", "Settlement", id == null ? "预结算，未入账 preview, not recorded" : id));
        labels.add(new Labelled("就医机构", "Institution", head.institution() + " · " + CareWords.of(care.level())));
        labels.add(new Labelled("就诊", "Care", CareWords.of(care.serviceType()) + " · " + CareWords.daysOf(care)));
        labels.add(
                new Labelled("参保地", "Insured region", care.insuredRegion() + " · " + CareWords.of(care.personType())));
        labels.add(new Labelled(
                "就医地",
                "Care region",
                care.careRegion() + " · " + CareWords.of(care.destinationType()) + " · " + CareWords.of(care.trip())));
        String treatment = care.specialTreatment();
        if (treatment != null) {
            labels.add(new Labelled("特殊治疗", "Treatment", treatment));
        }
        labels.add(new Labelled(
                "参保地政策", "Policy", pack.title().zh() + " " + pack.title().en()));
        labels.add(new Labelled(
                "适用目录",
                "Catalogue",
                catalogue.title().zh() + " " + catalogue.title().en() + " ["
                        + catalogue.confidence().mark() + "]"));
        String recordedAt = head.recordedAt();
        if (recordedAt != null) {
            labels.add(new Labelled("记录时间", "Recorded at", recordedAt));
        }
        head.remarks().forEach(remark -> labels.add(new Labelled(remark.zh(), remark.en(), remark.value())));
        return labels;
    }

    private static List<NumberedStep> steps(Explanation explanation, Notes notes) {
        ExplanationNode total = explanation.require(Rule.TOTAL_COST);
        List<ExplanationNode> nodes = Stream.of(
                        Stream.of(total),
                        total.children().stream(),
                        explanation.steps().stream().filter(node -> node.rule() != Rule.TOTAL_COST))
                .flatMap(part -> part)
                .toList();
        List<NumberedStep> steps = new ArrayList<>();
        for (ExplanationNode node : nodes) {
            steps.add(new NumberedStep(steps.size() + 1, node, notes.marksOf(node.references())));
        }
        return steps;
    }

    private static List<Payer> payers(Explanation explanation) {
        ExplanationNode fund = explanation.require(Rule.FUND_PAY);
        ExplanationNode personal = explanation.require(Rule.PERSONAL_PAY);
        List<Payer> payers = new ArrayList<>();
        payers.add(new Payer(new Wording("基金支付", "Funds"), fund, false));
        fund.children().forEach(part -> payers.add(part(part)));
        payers.add(new Payer(new Wording("个人负担", "The person"), personal, false));
        personal.children().forEach(part -> payers.add(part(part)));
        payers.add(new Payer(
                new Wording("个人账户", "personal account"), explanation.require(Rule.PERSONAL_ACCOUNT_PAY), true));
        payers.add(new Payer(new Wording("现金", "cash"), explanation.require(Rule.CASH_PAY), true));
        return payers;
    }

    private static Payer part(ExplanationNode node) {
        return new Payer(new Wording(node.titleZh(), node.titleEn()), node, true);
    }

    /** Notes as they are numbered: each reference once, in the order in which steps name it. */
    private static final class Notes {

        private final List<Reference> references = new ArrayList<>();

        List<NumberedMark> marksOf(List<Reference> named) {
            return named.stream().map(this::markOf).toList();
        }

        private NumberedMark markOf(Reference reference) {
            if (!references.contains(reference)) {
                references.add(reference);
            }
            return new NumberedMark(references.indexOf(reference) + 1, reference.mark());
        }

        List<Note> all() {
            Map<String, Integer> firstOfSource = new HashMap<>();
            List<Note> notes = new ArrayList<>();
            for (Reference reference : references) {
                int number = notes.size() + 1;
                notes.add(new Note(number, reference, firstOfSource.putIfAbsent(reference.source(), number)));
            }
            return notes;
        }
    }
}
