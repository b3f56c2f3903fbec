package io.crosscare.settlement.direct.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crosscare.settlement.benefit.Explanation;
import io.crosscare.settlement.benefit.ExplanationNode;
import io.crosscare.settlement.benefit.LineExplanation;
import io.crosscare.settlement.benefit.Warning;
import io.crosscare.settlement.chain.AmountsStatement;
import io.crosscare.settlement.chain.model.Head;
import io.crosscare.settlement.direct.PreviewSettlement.Preview.Previewed;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The amounts of a preview, the head they hold for, and how they came about.
 *
 * @param warnings 提示 · what should be known before it is settled, the most pressing first; they refuse nothing
 * @param lines 逐条说明 · every fee line explained
 */
record PreviewResponse(
        String visitId,
        HeadResponse head,
        @Nullable LocalDate decidedOn,
        @JsonUnwrapped AmountsStatement amounts,
        String policyHash,
        String catalogueHash,
        List<WarningResponse> warnings,
        List<ExplanationNode> steps,
        List<LineExplanation> lines) {

    /**
     * The head of the person's chain that a preview holds for.
     *
     * @param seq 链上序号 · place of the latest entry; 0 for an empty chain
     */
    record HeadResponse(long seq, String hash) {

        static HeadResponse of(Head head) {
            return new HeadResponse(head.seq(), head.hash().value());
        }
    }

    /**
     * Something to know before a bill is settled.
     *
     * @param code 提示代码 · what it is about, {@link Warning.Code}
     * @param zh 中文 · in Chinese
     * @param en 英文 · in English
     */
    record WarningResponse(String code, String zh, String en) {

        private static WarningResponse of(Warning warning) {
            return new WarningResponse(
                    warning.code().name(), warning.words().zh(), warning.words().en());
        }
    }

    static PreviewResponse of(String visitId, Previewed previewed, Explanation explanation) {
        return new PreviewResponse(
                visitId,
                HeadResponse.of(previewed.head()),
                previewed.explained().decidedOn(),
                AmountsStatement.of(previewed.explained().split().amounts()),
                previewed.explained().policy().hash(),
                previewed.explained().catalogue().hash(),
                previewed.warnings().stream().map(WarningResponse::of).toList(),
                explanation.steps(),
                explanation.lines());
    }
}
