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
import org.jspecify.annotations.Nullable;

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
        return new Writing(split, catalogueReferences(circumstances, pack, catalogue)).explanation();
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

    /** One explanation being written. */
    private record Writing(CostSplit split, List<Reference> catalogue) {

        Explanation explanation() {
            List<ExplanationNode> nodes = new ArrayList<>();
            nodes.add(totalCost());
            for (Step step : split.steps()) {
                ExplanationNode node = later(step);
                if (node != null) {
                    nodes.add(node);
                }
            }
            return new Explanation(
                    nodes, split.lines().stream().map(LineExplanation::of).toList());
        }

        /** What follows the catalogue's part; that part stands under the total cost. */
        private @Nullable ExplanationNode later(Step step) {
            return switch (step) {
                case Step.TotalCost _,
                        Step.FullSelfPay _,
                        Step.OverLimitSelfPay _,
                        Step.UpfrontSelfPay _,
                        Step.EligibleCost _ -> null;
                case Step.FundPay fund -> StepWords.explain(fund).withChildren(fundParts());
                case Step.PersonalPay personal -> StepWords.explain(personal).withChildren(personalParts());
                case Step.TransferSelfPay _,
                        Step.Deductible _,
                        Step.ShareByRatio _,
                        Step.PooledFundPay _,
                        Step.LargeAmountPay _,
                        Step.Burden _,
                        Step.SeriousIllnessPay _,
                        Step.PersonalAccountPay _,
                        Step.CashPay _ -> StepWords.explain(step);
            };
        }

        private ExplanationNode totalCost() {
            List<ExplanationNode> parts = List.of(
                    ofCatalogue(Step.FullSelfPay.class, LineSplit::fullSelfPay, LineWords::fullSelfPay),
                    ofCatalogue(Step.OverLimitSelfPay.class, LineSplit::overLimitSelfPay, LineWords::overLimitSelfPay),
                    ofCatalogue(Step.UpfrontSelfPay.class, LineSplit::upfrontSelfPay, LineWords::upfrontSelfPay),
                    StepWords.explain(require(Step.EligibleCost.class)));
            return StepWords.explain(require(Step.TotalCost.class)).withChildren(parts);
        }

        private ExplanationNode ofCatalogue(
                Class<? extends Step> type, Function<LineSplit, Money> part, Function<LineSplit, Wording> formula) {
            ExplanationNode node = StepWords.explain(require(type));
            List<Reference> references = new ArrayList<>(catalogue);
            references.addAll(node.references());
            List<ExplanationNode> lines = new ArrayList<>();
            for (LineSplit line : split.lines()) {
                Money amount = part.apply(line);
                if (!amount.isZero()) {
                    Wording name = StepWords.words(line.name(), line.name());
                    lines.add(ExplanationNode.of(Rule.LINE, name, amount, formula.apply(line), List.of()));
                }
            }
            return new ExplanationNode(
                    node.rule(),
                    node.titleZh(),
                    node.titleEn(),
                    node.amountFen(),
                    node.amountYuan(),
                    node.formulaZh(),
                    node.formulaEn(),
                    references,
                    lines);
        }

        private List<ExplanationNode> fundParts() {
            return split.steps().stream()
                    .filter(step -> step instanceof Step.PooledFundPay
                            || step instanceof Step.LargeAmountPay
                            || step instanceof Step.SeriousIllnessPay)
                    .filter(step -> !step.amount().isZero())
                    .map(StepWords::explain)
                    .toList();
        }

        /** Why the person pays what it pays; serious-illness insurance then takes its part off again. */
        private List<ExplanationNode> personalParts() {
            Step.ShareByRatio share = require(Step.ShareByRatio.class);
            Step.PooledFundPay pooled = require(Step.PooledFundPay.class);
            Money coinsurance = pooled.covered().minus(pooled.amount());
            Money aboveCeiling =
                    share.cost().minus(pooled.covered()).minus(split.amounts().largeAmountPay());
            List<ExplanationNode> parts = new ArrayList<>();
            parts.add(StepWords.explain(require(Step.FullSelfPay.class)));
            parts.add(StepWords.explain(require(Step.OverLimitSelfPay.class)));
            parts.add(StepWords.explain(require(Step.UpfrontSelfPay.class)));
            parts.add(StepWords.explain(require(Step.TransferSelfPay.class)));
            parts.add(StepWords.explain(require(Step.Deductible.class)));
            parts.add(PersonalParts.coinsurance(coinsurance, pooled));
            parts.add(PersonalParts.aboveCeiling(aboveCeiling));
            parts.add(PersonalParts.relief(split.amounts().seriousIllnessPay().negate()));
            return parts.stream().filter(node -> node.amountFen() != 0).toList();
        }

        private <S extends Step> S require(Class<S> type) {
            for (Step step : split.steps()) {
                if (type.isInstance(step)) {
                    return type.cast(step);
                }
            }
            throw new IllegalStateException("the calculation has no " + type.getSimpleName());
        }
    }
}
