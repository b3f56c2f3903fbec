package io.crosscare.registry.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What distinguishes two states of one institution, field by field and in words that people can read. */
public final class InstitutionDifference {

    private static final String SEPARATOR = "; ";

    private InstitutionDifference() {}

    /** Everything that is not the same; all fields that have something when there was no state before. */
    public static List<FieldDifference> between(@Nullable Institution before, Institution after) {
        List<FieldDifference> found = new ArrayList<>();
        add(found, "name", before, after, Institution::name);
        add(found, "codeProvisional", before, after, one -> Boolean.toString(one.isCodeProvisional()));
        add(found, "region", before, after, one -> one.region().value());
        add(found, "district", before, after, one -> textOf(one.district()));
        add(found, "kind", before, after, one -> one.kind().name());
        add(found, "level", before, after, one -> textOf(one.level()));
        add(found, "capabilities", before, after, InstitutionDifference::capabilities);
        add(found, "coverageMark", before, after, one -> one.coverage().zh());
        add(found, "suspensions", before, after, InstitutionDifference::suspensions);
        add(found, "outages", before, after, InstitutionDifference::outages);
        add(found, "source", before, after, Institution::source);
        return List.copyOf(found);
    }

    private static void add(
            List<FieldDifference> found,
            String field,
            @Nullable Institution before,
            Institution after,
            Function<Institution, @Nullable String> reading) {
        String old = before == null ? null : reading.apply(before);
        String now = reading.apply(after);
        if (!Objects.equals(old, now)) {
            found.add(new FieldDifference(field, old, now));
        }
    }

    private static @Nullable String textOf(@Nullable Marked<?> marked) {
        return marked == null ? null : marked.value() + " " + marked.mark().zh();
    }

    private static @Nullable String capabilities(Institution institution) {
        return joined(institution.capabilities().stream()
                .map(one -> "%s %s %s %s %s %s"
                        .formatted(
                                one.kind().name(),
                                one.counterpart().text(),
                                Objects.toString(one.from(), "-"),
                                Objects.toString(one.to(), "-"),
                                one.mark().zh(),
                                one.source()))
                .collect(Collectors.joining(SEPARATOR)));
    }

    private static @Nullable String suspensions(Institution institution) {
        return joined(institution.suspensions().stream()
                .map(one -> one.from() + " … " + Objects.toString(one.to(), "") + " " + one.reason())
                .collect(Collectors.joining(SEPARATOR)));
    }

    private static @Nullable String outages(Institution institution) {
        return joined(institution.outages().stream()
                .map(one -> one.from() + " … " + one.to() + " " + one.zh())
                .collect(Collectors.joining(SEPARATOR)));
    }

    private static @Nullable String joined(String text) {
        return text.isEmpty() ? null : text;
    }
}
