package io.crosscare.registry.directory;

import io.crosscare.registry.model.FieldDifference;
import io.crosscare.registry.model.InstitutionChange;
import io.crosscare.registry.model.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of an institution, with its place in the one sequence of all changes.
 *
 * @param seq 序号 · place among all changes of all institutions, from 1, without gaps
 * @param kind {@link io.crosscare.registry.model.ChangeKind}
 * @param by 操作账号 · account that recorded it
 * @param role 操作者身份 · what that account is; {@code shipped} for what the suite came with
 * @param effectiveFrom 生效日 · the day from which it holds, a day in China
 * @param reason 原因 · in Chinese; absent where none was given
 * @param fields 变更内容 · what is different
 * @param institution 变更后 · the institution as it is since
 */
public record PublishedChange(
        long seq,
        String kind,
        Instant at,
        String by,
        String role,
        LocalDate effectiveFrom,
        @Nullable String reason,
        List<Changed> fields,
        PublishedInstitution institution) {

    public static PublishedChange of(Institutions.Recorded recorded) {
        InstitutionChange change = recorded.change();
        return new PublishedChange(
                recorded.seq(),
                change.kind().name(),
                change.at(),
                change.by(),
                change.role(),
                change.effectiveFrom(),
                change.reason(),
                change.fields().stream().map(Changed::of).toList(),
                PublishedInstitution.of(new Versioned<>(change.institution(), change.version()), change.at()));
    }

    /**
     * A field that is not as it was.
     *
     * @param field 字段 · its name in answers
     * @param before 原值 · as people read it; absent where there was nothing
     * @param after 新值 · as people read it; absent where there is nothing now
     */
    public record Changed(
            String field, @Nullable String before, @Nullable String after) {

        public static Changed of(FieldDifference difference) {
            return new Changed(difference.field(), difference.before(), difference.after());
        }
    }
}
