package io.crosscare.settlement.replay.web;

import io.crosscare.settlement.replay.model.Impact;
import io.crosscare.settlement.replay.model.ImpactGroup;
import io.crosscare.settlement.replay.model.PolicyReplay;
import java.util.Objects;
import java.util.StringJoiner;

/** A replay's groups as a table for spreadsheets: amounts in yuan, UTF-8 with a byte-order mark, which they ask for. */
final class ReplayCsv {

    private static final String HEAD = "\uFEFF"
            + String.join(
                    ",",
                    "医疗类别 service",
                    "备案类别 filing category",
                    "医院等级 institution level",
                    "结算笔数 settlements",
                    "原基金支付 fund pay before",
                    "推演基金支付 fund pay after",
                    "原个人负担 personal pay before",
                    "推演个人负担 personal pay after",
                    "受益笔数 winners",
                    "受损笔数 losers",
                    "不变笔数 unchanged",
                    "将被拒绝笔数 newly refused")
            + "\r\n";
    private static final String TOTAL = "合计 total";

    private ReplayCsv() {}

    static String of(PolicyReplay replay) {
        StringBuilder table = new StringBuilder(HEAD);
        replay.found().impacts().forEach((group, impact) -> table.append(row(group, impact)));
        Impact total = replay.found().impacts().values().stream().reduce(Impact.NONE, Impact::plus);
        table.append(row(TOTAL, "", "", total));
        return table.toString();
    }

    /** Words of ours and numbers: nothing that would have to be quoted. */
    private static String row(ImpactGroup group, Impact impact) {
        return row(
                group.service().name(),
                Objects.requireNonNullElse(group.category(), ""),
                group.level().name(),
                impact);
    }

    private static String row(String service, String category, String level, Impact impact) {
        return new StringJoiner(",", "", "\r\n")
                .add(service)
                .add(category)
                .add(level)
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
