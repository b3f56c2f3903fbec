package io.crosscare.settlement.benefit;

import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.benefit.model.Catalogue;
import io.crosscare.settlement.benefit.model.Circumstances;
import io.crosscare.settlement.benefit.model.CostSplit;
import io.crosscare.settlement.benefit.model.LineSplit;
import io.crosscare.settlement.benefit.model.PolicyPack;
import io.crosscare.settlement.benefit.model.Step;
import io.crosscare.settlement.benefit.model.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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
        return Writing.of(split, catalogueReferences(circumstances, pack, catalogue))
                .explanation();
    }

    /** The node of a rule; every explanation has one of each but for those of funds and bands that took no part. */
    ExplanationNode require(Rule rule) {
        return steps.stream()
                .flatMap(Explanation::withDescendants)
                .filter(node -> node.rule() == rule)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the explanation has no " + rule));
    }

    private static Stream<ExplanationNode> withDescendants(ExplanationNode node) {
        return Stream.concat(Stream.of(node), node.children().stream().flatMap(Explanation::withDescendants));
    }

    private static List<Reference> catalogueReferences(
            Circumstances circumstances, PolicyPack pack, Catalogue catalogue) {
        return List.of(
                Reference.to(pack.catalogueOwnerFor(circumstances)),
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

        static Writing of(CostSplit split, List<Reference> catalogue) {
            List<ExplanationNode> written = new ArrayList<>(split.steps().size());
            for (Step step : split.steps()) {
                written.add(StepWords.explain(step));
            }
            return new Writing(split, catalogue, written);
        }

        Explanation explanation() {
            List<ExplanationNode> nodes = new ArrayList<>(written.size());
            for (ExplanationNode node : written) {
                switch (node.rule()) {
                    case FULL_SELF_PAY, OVER_LIMIT_SELF_PAY, UPFRONT_SELF_PAY, ELIGIBLE_COST -> {}
                    case TOTAL_COST -> nodes.add(node.withChildren(catalogueParts()));
                    case FUND_PAY -> nodes.add(node.withChildren(fundParts()));
                    case PERSONAL_PAY -> nodes.add(node.withChildren(personalParts()));
                    default -> nodes.add(node);
                }
            }
            return new Explanation(
                    nodes, split.lines().stream().map(LineExplanation::of).toList());
        }

        private List<ExplanationNode> catalogueParts() {
            return List.of(
                    ofCatalogue(Rule.FULL_SELF_PAY, LineSplit::fullSelfPay, LineWords::fullSelfPay),
                    ofCatalogue(Rule.OVER_LIMIT_SELF_PAY, LineSplit::overLimitSelfPay, LineWords::overLimitSelfPay),
                    ofCatalogue(Rule.UPFRONT_SELF_PAY, LineSplit::upfrontSelfPay, LineWords::upfrontSelfPay),
                    require(Rule.ELIGIBLE_COST));
        }

        private ExplanationNode ofCatalogue(
                Rule rule, Function<LineSplit, Money> part, Function<LineSplit, Wording> formula) {
            List<ExplanationNode> lines = new ArrayList<>();
            for (LineSplit line : split.lines()) {
                Money amount = part.apply(line);
                if (!amount.isZero()) {
                    Wording name = StepWords.words(line.name(), line.name());
                    lines.add(ExplanationNode.of(Rule.LINE, name, amount, formula.apply(line), List.of()));
                }
            }
            return require(rule).restingOn(catalogue).withChildren(lines);
        }

        private List<ExplanationNode> fundParts() {
            return written.stream()
                    .filter(node -> switch (node.rule()) {
                        case POOLED_FUND_PAY, LARGE_AMOUNT_PAY, SERIOUS_ILLNESS_PAY -> node.amountFen() != 0;
                        default -> false;
                    })
                    .toList();
        }

        /** Why the person pays what it pays; serious-illness insurance then takes its part off again. */
        private List<ExplanationNode> personalParts() {
            Step.ShareByRatio share = step(Step.ShareByRatio.class);
            Step.PooledFundPay pooled = step(Step.PooledFundPay.class);
            Money coinsurance = pooled.covered().minus(pooled.amount());
            Money aboveCeiling =
                    share.cost().minus(pooled.covered()).minus(split.amounts().largeAmountPay());
            return Stream.of(
                            require(Rule.FULL_SELF_PAY),
                            require(Rule.OVER_LIMIT_SELF_PAY),
                            require(Rule.UPFRONT_SELF_PAY),
                            require(Rule.TRANSFER_SELF_PAY),
                            require(Rule.DEDUCTIBLE),
                            PersonalParts.coinsurance(coinsurance, pooled),
                            PersonalParts.aboveCeiling(aboveCeiling),
                            PersonalParts.relief(
                                    split.amounts().seriousIllnessPay().negate()))
                    .filter(node -> node.amountFen() != 0)
                    .toList();
        }

        private ExplanationNode require(Rule rule) {
            for (ExplanationNode node : written) {
                if (node.rule() == rule) {
                    return node;
                }
            }
            throw new IllegalStateException("the calculation has no " + rule);
        }

        private <S extends Step> S step(Class<S> type) {
            for (Step step : split.steps()) {
                if (type.isInstance(step)) {
                    return type.cast(step);
                }
            }
            throw new IllegalStateException("the calculation has no " + type.getSimpleName());
        }
    }
}
