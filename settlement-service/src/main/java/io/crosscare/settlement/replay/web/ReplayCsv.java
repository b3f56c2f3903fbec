package io.crosscare.settlement.replay.web;

import io.crosscare.settlement.replay.model.Impact;
import io.crosscare.settlement.replay.model.ImpactGroup;
import io.crosscare.settlement.replay.model.PolicyReplay;
import java.util.Objects;
import java.util.StringJoiner;

/** A replay's groups as a table for spreadsheets: amounts in yuan, UTF-8 with a byte-order mark, which they ask for. */
final class ReplayCsv {

    private static final String HEAD = "\uFEFF医疗类别,备案类别,医院等级,结算笔数,原基金支付,推演基金支付,原个人负担,推演个人负担,受益笔数,受损笔数,不变笔数,将被拒绝笔数\r\n";

    private ReplayCsv() {}

    static String of(PolicyReplay replay) {
        StringBuilder table = new StringBuilder(HEAD);
        replay.found().impacts().forEach((group, impact) -> table.append(row(group, impact)));
        return table.toString();
    }

    /** Words of ours and numbers: nothing that would have to be quoted. */
    private static String row(ImpactGroup group, Impact impact) {
        return new StringJoiner(",", "", "\r\n")
                .add(group.service().name())
                .add(Objects.requireNonNullElse(group.category(), ""))
                .add(group.level().name())
                .add(Long.toString(impact.settlements()))
                .add(impact.fundPayBefore().toYuan())
                .add(impact.fundPayAfter().toYuan())
                .add(impact.personalPayBefore().toYuan())
                .add(impact.personalPayAfter().toYuan())
                .add(Long.toString(impact.winners()))
                .add(Long.toString(impact.losers()))
                .add(Long.toString(impact.unchanged()))
                .add(Long.toString(impact.newlyRefused()))
                .toString();
    }
}
