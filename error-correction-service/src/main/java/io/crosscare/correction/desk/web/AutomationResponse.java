package io.crosscare.correction.desk.web;

import io.crosscare.correction.desk.ReportAutomation.Automation;
import io.crosscare.correction.desk.ReportAutomation.CauseShare;
import io.crosscare.correction.desk.ReportAutomation.Share;
import io.crosscare.correction.desk.model.Cause;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far the desk came by itself with the cases that opened in a period; a common case counts once.
 *
 * @param from 起始日 · first day of opening, a day in China
 * @param until 截止日 · last day of opening, a day in China
 * @param at 统计时间 · when it was counted, UTC
 * @param closed 已办结 · cases that are closed
 * @param withoutHand 自动办结 · of them, those mended and closed by a settlement without anybody lending a hand
 * @param withHand 人工办结 · of them, those mended with an act, a comment or a repair of people
 * @param nothingToMend 无需纠正 · of them, those in which nothing had to be mended: settled already (DUPLICATE), reversed before
 *     (REVERSED_BEFORE_ARRIVAL), or the visit was cancelled (VISIT_CANCELLED); in no share
 * @param open 未办结 · cases that are open
 * @param shareWithoutHandBp 自动办结占比 · withoutHand / (withoutHand + withHand), in basis points; absent where nothing was mended
 * @param wrongActions 自动处理有误 · how often a bill that was said to settle now was refused again for the same cause; must be 0
 * @param causes 按诊断原因 · the same by cause
 */
record AutomationResponse(
        LocalDate from,
        LocalDate until,
        Instant at,
        long closed,
        long withoutHand,
        long withHand,
        long nothingToMend,
        long open,
        @Nullable Long shareWithoutHandBp,
        long wrongActions,
        List<CauseShareResponse> causes) {

    /**
     * Cases of one cause.
     *
     * @param cause {@link io.crosscare.correction.desk.model.Cause}; absent for cases stored before there were diagnoses
     * @param closed 已办结 · cases that are closed
     * @param withoutHand 自动办结 · of them, those mended and closed by a settlement without anybody lending a hand
     * @param withHand 人工办结 · of them, those mended with an act, a comment or a repair of people
     * @param nothingToMend 无需纠正 · of them, those in which nothing had to be mended: settled already (DUPLICATE), reversed before
     *     (REVERSED_BEFORE_ARRIVAL), or the visit was cancelled (VISIT_CANCELLED); in no share
     * @param open 未办结 · cases that are open
     * @param shareWithoutHandBp 自动办结占比 · withoutHand / (withoutHand + withHand), in basis points; absent where nothing was mended
     */
    record CauseShareResponse(
            @Nullable String cause,
            long closed,
            long withoutHand,
            long withHand,
            long nothingToMend,
            long open,
            @Nullable Long shareWithoutHandBp) {

        private static CauseShareResponse of(CauseShare one) {
            Cause cause = one.cause();
            Share share = one.share();
            return new CauseShareResponse(
                    cause == null ? null : cause.name(),
                    share.closed(),
                    share.withoutHand(),
                    share.withHand(),
                    share.nothingToMend(),
                    share.open(),
                    share.withoutHandBp().orElse(null));
        }
    }

    /** Begins with a mark by which spreadsheets know UTF-8. */
    private static final String HEAD = "\uFEFF诊断原因,已办结,自动办结,人工办结,无需纠正,自动办结占比（基点）,未办结,自动处理有误\r\n";

    static AutomationResponse of(LocalDate from, LocalDate until, Automation automation) {
        Share total = automation.total();
        return new AutomationResponse(
                from,
                until,
                automation.at(),
                total.closed(),
                total.withoutHand(),
                total.withHand(),
                total.nothingToMend(),
                total.open(),
                total.withoutHandBp().orElse(null),
                automation.wrongActions(),
                automation.causes().stream().map(CauseShareResponse::of).toList());
    }

    /** A line for each cause, and one for all. */
    String toCsv() {
        Stream<String> lines = causes.stream()
                .map(one -> line(
                        one.cause() == null ? "" : one.cause(),
                        one.closed(),
                        one.withoutHand(),
                        one.withHand(),
                        one.nothingToMend(),
                        one.shareWithoutHandBp(),
                        one.open(),
                        ""));
        String total = line(
                "合计",
                closed,
                withoutHand,
                withHand,
                nothingToMend,
                shareWithoutHandBp,
                open,
                Long.toString(wrongActions));
        return Stream.of(Stream.of(HEAD), lines, Stream.of(total))
                .flatMap(part -> part)
                .reduce("", String::concat);
    }

    private static String line(
            String name,
            long closed,
            long without,
            long with,
            long nothing,
            @Nullable Long share,
            long open,
            String wrong) {
        return new StringJoiner(",", "", "\r\n")
                .add(name)
                .add(Long.toString(closed))
                .add(Long.toString(without))
                .add(Long.toString(with))
                .add(Long.toString(nothing))
                .add(share == null ? "" : share.toString())
                .add(Long.toString(open))
                .add(wrong)
                .toString();
    }
}
