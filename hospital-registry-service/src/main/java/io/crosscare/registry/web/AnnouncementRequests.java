package io.crosscare.registry.web;

import io.crosscare.chassis.problem.Checked;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.Text;
import io.crosscare.registry.keeping.Announcement;
import io.crosscare.registry.model.Outage;
import io.crosscare.registry.model.Suspension;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What keepers announce for one institution, as they write it. */
final class AnnouncementRequests {

    private static final int TEXT_LENGTH_MAX = 200;
    private static final Text INSTANT =
            Text.of("应为 UTC 时刻 yyyy-MM-ddTHH:mm:ssZ", "must be an instant yyyy-MM-ddTHH:mm:ssZ");
    private static final Text DAYS = Text.of("不得早于起始日", "must not be before the first day");
    private static final Text TIMES = Text.of("应晚于开始时间", "must be after the beginning");

    private AnnouncementRequests() {}

    /**
     * Days on which an institution settles directly with nobody.
     *
     * @param from 起始日 · first day, a day in China
     * @param to optional, 截止日 · last day, a day in China; until it is resumed where left out
     * @param reason 原因 · in Chinese, at most 200 characters
     */
    record SuspensionRequest(
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason) {

        Announcement toAnnouncement() {
            FieldChecks checks = new FieldChecks();
            var first = checks.date("from", from);
            var last = checks.optionalDate("to", to);
            var why = checks.text("reason", reason, TEXT_LENGTH_MAX);
            LocalDate begin = first.orNull();
            LocalDate end = last.orNull();
            if (begin != null && end != null && end.isBefore(begin)) {
                checks.reject("to", "order", DAYS);
            }
            checks.throwIfInvalid();
            return new Announcement.Suspend(new Suspension(first.value(), end, why.value()));
        }
    }

    /**
     * The end of a suspension.
     *
     * @param on 恢复日 · first day on which the institution takes people again, a day in China
     * @param reason 原因 · in Chinese, at most 200 characters
     */
    record ResumptionRequest(@Nullable String on, @Nullable String reason) {

        Announcement toAnnouncement() {
            FieldChecks checks = new FieldChecks();
            var day = checks.date("on", on);
            var why = checks.text("reason", reason, TEXT_LENGTH_MAX);
            checks.throwIfInvalid();
            return new Announcement.Resume(day.value(), why.value());
        }
    }

    /**
     * An announced time without systems.
     *
     * @param from 开始时间 · when it begins, a {@code date-time} in UTC
     * @param to 结束时间 · when it ends, a {@code date-time} in UTC
     * @param zh 公告 · in Chinese, at most 200 characters
     * @param en optional, 公告（英文） · the same in English
     */
    record OutageRequest(
            @Nullable String from,
            @Nullable String to,
            @Nullable String zh,
            @Nullable String en) {

        Announcement toAnnouncement() {
            FieldChecks checks = new FieldChecks();
            var begin = instant(checks, "from", from);
            var end = instant(checks, "to", to);
            var text = checks.text("zh", zh, TEXT_LENGTH_MAX);
            var english = checks.optionalText("en", en, TEXT_LENGTH_MAX);
            Instant first = begin.orNull();
            Instant last = end.orNull();
            if (first != null && last != null && !last.isAfter(first)) {
                checks.reject("to", "order", TIMES);
            }
            checks.throwIfInvalid();
            return new Announcement.Announce(new Outage(begin.value(), end.value(), text.value(), english.orNull()));
        }

        private static Checked<Instant> instant(FieldChecks checks, String field, @Nullable String value) {
            return checks.required(field, value, "instant", INSTANT, Instant::parse);
        }
    }
}
