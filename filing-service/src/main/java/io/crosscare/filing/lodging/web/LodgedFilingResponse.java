package io.crosscare.filing.lodging.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingWarning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A filing as whoever lodged it is answered.
 *
 * @param warnings 提示 · what should be known of it, the most pressing first; they refuse nothing. Absent where there is nothing to
 *     say
 */
record LodgedFilingResponse(
        @JsonUnwrapped FilingResponse filing, @Nullable List<FilingWarningResponse> warnings) {

    /**
     * Something to know of a filing.
     *
     * @param code 提示代码 · what it is about, {@link io.crosscare.filing.lodging.model.FilingWarningCode}
     * @param zh 中文 · in Chinese
     * @param en 英文 · in English
     */
    record FilingWarningResponse(String code, String zh, String en) {

        private static FilingWarningResponse of(FilingWarning warning) {
            return new FilingWarningResponse(warning.code().name(), warning.zh(), warning.en());
        }
    }

    static LodgedFilingResponse of(Filing filing, List<FilingWarning> warnings) {
        return new LodgedFilingResponse(
                FilingResponse.of(filing),
                warnings.isEmpty()
                        ? null
                        : warnings.stream().map(FilingWarningResponse::of).toList());
    }
}
