package io.crosscare.settlement.direct.web;

import io.crosscare.settlement.benefit.Explanation;
import io.crosscare.settlement.benefit.ExplanationNode;
import io.crosscare.settlement.benefit.LineExplanation;
import io.crosscare.settlement.benefit.model.SplitAmounts;
import io.crosscare.settlement.chain.model.Head;
import io.crosscare.settlement.direct.PreviewSettlement.Preview.Previewed;
import java.util.List;

/** The amounts of a preview, the head they hold for, and how they came about. */
record PreviewResponse(
        String visitId,
        HeadResponse head,
        long totalCostFen,
        long fullSelfPayFen,
        long overLimitSelfPayFen,
        long upfrontSelfPayFen,
        long eligibleCostFen,
        long transferSelfPayFen,
        long deductibleFen,
        int reimbursementRatioBp,
        long pooledFundPayFen,
        long largeAmountPayFen,
        long seriousIllnessPayFen,
        long fundPayFen,
        long personalPayFen,
        long personalAccountPayFen,
        long cashPayFen,
        String policyHash,
        String catalogueHash,
        List<String> warnings,
        List<ExplanationNode> steps,
        List<LineExplanation> lines) {

    record HeadResponse(long seq, String hash) {

        static HeadResponse of(Head head) {
            return new HeadResponse(head.seq(), head.hash().value());
        }
    }

    static PreviewResponse of(String visitId, Previewed previewed, Explanation explanation) {
        SplitAmounts amounts = previewed.explained().split().amounts();
        return new PreviewResponse(
                visitId,
                HeadResponse.of(previewed.head()),
                amounts.totalCost().fen(),
                amounts.fullSelfPay().fen(),
                amounts.overLimitSelfPay().fen(),
                amounts.upfrontSelfPay().fen(),
                amounts.eligibleCost().fen(),
                amounts.transferSelfPay().fen(),
                amounts.deductible().fen(),
                amounts.reimbursementRatio().basisPoints(),
                amounts.pooledFundPay().fen(),
                amounts.largeAmountPay().fen(),
                amounts.seriousIllnessPay().fen(),
                amounts.fundPay().fen(),
                amounts.personalPay().fen(),
                amounts.personalAccountPay().fen(),
                amounts.cashPay().fen(),
                previewed.explained().policy().hash(),
                previewed.explained().catalogue().hash(),
                List.of(),
                explanation.steps(),
                explanation.lines());
    }
}
