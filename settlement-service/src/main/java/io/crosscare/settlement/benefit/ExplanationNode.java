package io.crosscare.settlement.benefit;

import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.benefit.model.Reference;
import io.crosscare.settlement.benefit.model.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * One amount explained. Where it has children it is their sum.
 *
 * @param rule 规则 · which rule gave it
 * @param titleZh 名称 · in Chinese
 * @param titleEn 英文名称 · in English
 * @param amountYuan 金额 · the same in yuan, with two decimals
 * @param formulaZh 算式 · how it came about with the operands filled in, in yuan
 */
public record ExplanationNode(
        Rule rule,
        String titleZh,
        String titleEn,
        long amountFen,
        String amountYuan,
        String formulaZh,
        String formulaEn,
        List<Reference> references,
        List<ExplanationNode> children) {

    public ExplanationNode {
        references = List.copyOf(references);
        children = List.copyOf(children);
        if (!children.isEmpty() && sumOf(children) != amountFen) {
            throw new IllegalStateException("the parts of " + rule + " do not sum to it");
        }
    }

    private static long sumOf(List<ExplanationNode> nodes) {
        long sum = 0;
        for (ExplanationNode node : nodes) {
            sum += node.amountFen();
        }
        return sum;
    }

    static ExplanationNode of(Rule rule, Money amount, Wording formula, List<Reference> references) {
        return new ExplanationNode(
                rule,
                rule.zh(),
                rule.en(),
                amount.fen(),
                amount.toYuan(),
                formula.zh(),
                formula.en(),
                references,
                List.of());
    }

    /** A part of a line, under the name of its item. */
    static ExplanationNode ofLine(String name, Money part, Wording formula) {
        return new ExplanationNode(
                Rule.LINE, name, name, part.fen(), part.toYuan(), formula.zh(), formula.en(), List.of(), List.of());
    }

    ExplanationNode withChildren(List<ExplanationNode> parts) {
        return new ExplanationNode(
                rule, titleZh, titleEn, amountFen, amountYuan, formulaZh, formulaEn, references, parts);
    }

    /** The same as the sum of these lines, resting on the catalogue before what it rests on itself. */
    ExplanationNode ofCatalogue(List<Reference> catalogue, List<ExplanationNode> lines) {
        List<Reference> all = catalogue;
        if (!references.isEmpty()) {
            all = new ArrayList<>(catalogue);
            all.addAll(references);
        }
        return new ExplanationNode(rule, titleZh, titleEn, amountFen, amountYuan, formulaZh, formulaEn, all, lines);
    }

    /** The same for whoever looks at fee lines by themselves: no line is named in it. */
    public ExplanationNode withoutLines() {
        return withChildren(children.stream()
                .filter(child -> child.rule() != Rule.LINE)
                .map(ExplanationNode::withoutLines)
                .toList());
    }

    Money amount() {
        return Money.ofFen(amountFen);
    }
}
