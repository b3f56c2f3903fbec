package io.crosscare.settlement.benefit;

import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.benefit.model.Catalogue;
import io.crosscare.settlement.benefit.model.Circumstances;
import io.crosscare.settlement.benefit.model.CostSplit;
import io.crosscare.settlement.benefit.model.LineSplit;
import io.crosscare.settlement.benefit.model.PolicyPack;
import io.crosscare.settlement.benefit.model.Reference;
import io.crosscare.settlement.benefit.model.Step;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a bill came to its amounts, from the input lines to cash. {@code TOTAL_COST} falls into the four parts of the catalogue,
 * {@code FUND_PAY} into what each fund pays and {@code PERSONAL_PAY} into the reasons why the person pays; the leaves of those
 * two sum to the total cost, always.
 *
 * @param steps in order of calculation
 * @param lines each fee line in its parts
 */
public record Explanation(List<ExplanationNode> steps, List<LineExplanation> lines) {

    public Explanation {
        steps = List.copyOf(steps);
        lines = List.copyOf(lines);
    }

    /** The explanation of a split with the pack and the catalogue it was made from. */
    public static Explanation of(CostSplit split, Circumstances circumstances, PolicyPack pack, Catalogue catalogue) {
        boolean isGiven = split.lines().getFirst().isGiven();
        List<Reference> references = isGiven
                ? List.of(pack.catalogueOwnerFor(circumstances).reference())
                : catalogueReferences(circumstances, pack, catalogue);
        return Writing.of(split, references, isGiven).explanation();
    }

    /** The node of a rule; every explanation has one of each but for those of funds and bands that took no part. */
    ExplanationNode require(Rule rule) {
        return steps.stream()
                .flatMap(Explanation::withDescendants)
                .filter(node -> node.rule() == rule)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the explanation has no " + rule));
    }

    /** All that the amounts rest on and that no official text states, each once, in the order in which they are named. */
    List<Reference> assumed() {
        return steps.stream()
                .flatMap(Explanation::withDescendants)
                .flatMap(node -> node.references().stream())
                .filter(Reference::hasNoOfficialText)
                .distinct()
                .toList();
    }

    private static Stream<ExplanationNode> withDescendants(ExplanationNode node) {
        return Stream.concat(Stream.of(node), node.children().stream().flatMap(Explanation::withDescendants));
    }

    private static List<Reference> catalogueReferences(
            Circumstances circumstances, PolicyPack pack, Catalogue catalogue) {
        return List.of(
                pack.catalogueOwnerFor(circumstances).reference(),
                Reference.of(
                        "CATALOGUE." + catalogue.region(),
                        catalogue.title().zh(),
                        catalogue.source(),
                        catalogue.confidence()));
    }

    /**
     * One explanation being written.
     *
     * @param written the steps in words, in order of calculation
     */
    private record Writing(CostSplit split, List<Reference> catalogue, List<ExplanationNode> written) {

        private static final Set<Rule> FUNDS =
                EnumSet.of(Rule.POOLED_FUND_PAY, Rule.LARGE_AMOUNT_PAY, Rule.SERIOUS_ILLNESS_PAY);

        /** What the person pays before any fund is asked. */
        private static final Set<Rule> BORNE_BY_THE_PERSON = EnumSet.of(
                Rule.FULL_SELF_PAY,
                Rule.OVER_LIMIT_SELF_PAY,
                Rule.UPFRONT_SELF_PAY,
                Rule.TRANSFER_SELF_PAY,
                Rule.DEDUCTIBLE);

        static Writing of(CostSplit split, List<Reference> catalogue, boolean isGiven) {
            List<ExplanationNode> written = new ArrayList<>(split.steps().size());
            for (Step step : split.steps()) {
                written.add(isGiven ? StepWords.explainGiven(step) : StepWords.explain(step));
            }
            return new Writing(split, catalogue, written);
        }

        Explanation explanation() {
            List<ExplanationNode> nodes = new ArrayList<>(written.size());
            for (ExplanationNode node : written) {
                switch (node.rule()) {
                    case FULL_SELF_PAY, OVER_LIMIT_SELF_PAY, UPFRONT_SELF_PAY, ELIGIBLE_COST -> {}
                    case TOTAL_COST -> nodes.add(node.withChildren(catalogueParts()));
                    case FUND_PAY -> nodes.add(node.withChildren(parts(FUNDS)));
                    case PERSONAL_PAY -> nodes.add(node.withChildren(personalParts()));
                    default -> nodes.add(node);
                }
            }
            List<LineExplanation> lines = new ArrayList<>(split.lines().size());
            for (LineSplit line : split.lines()) {
                lines.add(LineExplanation.of(line));
            }
            return new Explanation(nodes, lines);
        }

        private List<ExplanationNode> catalogueParts() {
            List<ExplanationNode> fullSelfPay = new ArrayList<>();
            List<ExplanationNode> overLimitSelfPay = new ArrayList<>();
            List<ExplanationNode> upfrontSelfPay = new ArrayList<>();
            for (LineSplit line : split.lines()) {
                if (line.fullSelfPayFen() != 0) {
                    fullSelfPay.add(
                            ExplanationNode.ofLine(line.name(), line.fullSelfPay(), LineWords.fullSelfPay(line)));
                }
                if (line.overLimitSelfPayFen() != 0) {
                    overLimitSelfPay.add(ExplanationNode.ofLine(
                            line.name(), line.overLimitSelfPay(), LineWords.overLimitSelfPay(line)));
                }
                if (line.upfrontSelfPayFen() != 0) {
                    upfrontSelfPay.add(
                            ExplanationNode.ofLine(line.name(), line.upfrontSelfPay(), LineWords.upfrontSelfPay(line)));
                }
            }
            return List.of(
                    require(Rule.FULL_SELF_PAY).ofCatalogue(catalogue, fullSelfPay),
                    require(Rule.OVER_LIMIT_SELF_PAY).ofCatalogue(catalogue, overLimitSelfPay),
                    require(Rule.UPFRONT_SELF_PAY).ofCatalogue(catalogue, upfrontSelfPay),
                    require(Rule.ELIGIBLE_COST));
        }

        /** Why the person pays what it pays; serious-illness insurance then takes its part off again. */
        private List<ExplanationNode> personalParts() {
            List<ExplanationNode> parts = parts(BORNE_BY_THE_PERSON);
            Money shared = Money.ZERO;
            Money covered = Money.ZERO;
            for (Step step : split.steps()) {
                switch (step) { // of a stay that is divided by days there is one of each for each of its periods
                    case Step.ShareByRatio share -> shared = shared.plus(share.cost());
                    case Step.PooledFundPay pay -> covered = covered.plus(pay.covered());
                    default -> {}
                }
            }
            Money pooled = split.amounts().pooledFundPay();
            Money coinsurance = covered.minus(pooled);
            if (!coinsurance.isZero()) {
                parts.add(PersonalParts.coinsurance(coinsurance, covered, pooled));
            }
            Money aboveCeiling = shared.minus(covered).minus(split.amounts().largeAmountPay());
            if (!aboveCeiling.isZero()) {
                parts.add(PersonalParts.aboveCeiling(aboveCeiling));
            }
            Money relief = split.amounts().seriousIllnessPay().negate();
            if (!relief.isZero()) {
                parts.add(PersonalParts.relief(relief));
            }
            return parts;
        }

        /** What these rules gave, but for zeros. */
        private List<ExplanationNode> parts(Set<Rule> rules) {
            List<ExplanationNode> parts = new ArrayList<>();
            for (ExplanationNode node : written) {
                if (node.amountFen() != 0 && rules.contains(node.rule())) {
                    parts.add(node);
                }
            }
            return parts;
        }

        private ExplanationNode require(Rule rule) {
            for (ExplanationNode node : written) {
                if (node.rule() == rule) {
                    return node;
                }
            }
            throw new IllegalStateException("the calculation has no " + rule);
        }
    }
}
