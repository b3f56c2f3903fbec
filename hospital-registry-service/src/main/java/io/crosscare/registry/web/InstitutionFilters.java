package io.crosscare.registry.web;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.problem.Checked;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.Text;
import io.crosscare.registry.model.CapabilityBook;
import io.crosscare.registry.model.CapabilityKind;
import io.crosscare.registry.model.InstitutionKind;
import io.crosscare.registry.model.InstitutionLevel;
import io.crosscare.registry.model.InstitutionOrder;
import io.crosscare.registry.model.InstitutionQuery;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Reads which institutions are wanted and in which order; the same for a page and for a file. */
final class InstitutionFilters {

    private static final int NAME_LENGTH_MAX = 50;
    private static final String SEPARATOR = ":";

    private final CapabilityBook kinds;
    private final Text capabilityRule;

    InstitutionFilters(CapabilityBook kinds) {
        this.kinds = kinds;
        String names = kinds.kinds().stream().map(CapabilityKind::name).collect(Collectors.joining(", "));
        this.capabilityRule = Text.of("应为以下之一：" + names, "must be one of " + names);
    }

    /** A query whose parts may be asked for once the checks have passed. */
    InstitutionQuery query(FieldChecks checks, MultiValueMap<String, String> given) {
        var name = checks.optionalText("name", given.getFirst("name"), NAME_LENGTH_MAX);
        var region = checks.optionalRegion("region", given.getFirst("region"));
        var level = checks.optionalOneOf("level", given.getFirst("level"), InstitutionLevel.class);
        var kind = checks.optionalOneOf("kind", given.getFirst("kind"), InstitutionKind.class);
        var capability = capability(checks, given.getFirst("capability"));
        var counterpart = checks.optionalRegion("counterpart", given.getFirst("counterpart"));
        var on = checks.optionalDate("on", given.getFirst("on"));
        return new InstitutionQuery(
                name.orNull(),
                region.orNull(),
                level.orNull(),
                kind.orNull(),
                capability.orNull(),
                counterpart.orNull(),
                on.orNull());
    }

    Checked<CapabilityKind> capability(FieldChecks checks, @Nullable String name) {
        return checks.optional("capability", name, "one-of", capabilityRule, kinds::require);
    }

    static InstitutionOrder order(FieldChecks checks, MultiValueMap<String, String> given) {
        return checks.optionalOneOf("sort", given.getFirst("sort"), InstitutionOrder.class)
                .orElse(InstitutionOrder.CODE);
    }

    /** The place after which a page begins, as it is written for one order: it means nothing in another. */
    static String placeOf(InstitutionOrder order, String code) {
        return order == InstitutionOrder.CODE ? code : order + SEPARATOR + code;
    }

    /** The code of a place; null when it was written for another order. */
    static @Nullable String codeOf(InstitutionOrder order, String place) {
        String prefix = order == InstitutionOrder.CODE ? "" : order + SEPARATOR;
        return place.startsWith(prefix) ? new InstitutionCode(place.substring(prefix.length())).value() : null;
    }
}
