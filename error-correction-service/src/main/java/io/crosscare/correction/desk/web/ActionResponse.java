package io.crosscare.correction.desk.web;

import io.crosscare.correction.desk.model.CauseCard.PreparedAction;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Fact.Filed;
import io.crosscare.correction.desk.model.Recheck;
import io.crosscare.correction.desk.model.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A step that is ready for whoever has the right to it. The desk never takes it.
 *
 * @param method 方法 · of the request
 * @param path 路径 · of the request, with what the case knows filled in; what it does not know stands as {@code {name}}
 * @param body 请求内容 · what is sent, with what the case knows filled in; what only the sender knows stands as {@code {name}}, and nothing
 *     of a person is in it but the person's id. Absent where nothing can be said beforehand
 * @param role 角色 · who may send it
 * @param by {@link io.crosscare.correction.desk.model.PartyKind}
 * @param text 说明 · what it does, in Chinese
 * @param textEn 说明（英文） · what it does, in English
 */
record ActionResponse(
        String method,
        String path,
        @Nullable Map<String, String> body,
        String role,
        String by,
        String text,
        String textEn) {

    /** A stay has none, and names none. */
    private static final String NO_BATCH = "{batch}";

    static ActionResponse of(PreparedAction action, CorrectionCase one) {
        String[] door = action.door().split(" ", 2);
        return new ActionResponse(
                door[0],
                "/api/v1" + filled(door[1], one),
                bodyOf(action, one),
                action.role(),
                action.by().name(),
                action.zh(),
                action.en());
    }

    private static @Nullable Map<String, String> bodyOf(PreparedAction action, CorrectionCase one) {
        Map<String, String> template = action.body();
        if (template == null) {
            return null;
        }
        Map<String, String> body = new LinkedHashMap<>();
        new TreeMap<>(template).forEach((field, value) -> {
            String filled = filled(value, one);
            if (!filled.equals(NO_BATCH)) {
                body.put(field, filled);
            }
        });
        return body;
    }

    private static String filled(String template, CorrectionCase one) {
        Refusal last = one.file().lastRefusal();
        boolean isCommon = one.file().work().outage() != null;
        Map<String, Supplier<Optional<String>>> known = Map.of(
                "personId",
                () -> Optional.of(last.subject().scope().person().value()).filter(_ -> !isCommon),
                "visitId",
                () -> Optional.of(last.subject().scope().visitId()).filter(_ -> !isCommon),
                "batch",
                () -> Optional.ofNullable(last.subject().scope().batch()).filter(_ -> !isCommon),
                "careRegion",
                () -> Optional.of(last.careRegion().value()),
                "serviceDate",
                () -> Optional.of(last.decidedOn().toString()),
                "institutionCode",
                () -> Optional.of(last.institution().value()),
                "filingId",
                () -> filingOf(one),
                "settlementId",
                () -> Optional.ofNullable(last.settlementId()).or(() -> settlementOf(one)));
        String filled = template;
        for (Map.Entry<String, Supplier<Optional<String>>> name : known.entrySet()) {
            String place = "{" + name.getKey() + "}";
            if (filled.contains(place)) {
                filled = filled.replace(place, name.getValue().get().orElse(place));
            }
        }
        return filled;
    }

    private static Optional<String> settlementOf(CorrectionCase one) {
        return Optional.ofNullable(one.file().work().recheck()).map(Recheck::settlementId);
    }

    /** The filing that was changed last. */
    private static Optional<String> filingOf(CorrectionCase one) {
        return one.file().facts().stream()
                .filter(Filed.class::isInstance)
                .map(Filed.class::cast)
                .reduce((_, later) -> later)
                .map(Filed::filingId)
                .or(() -> one.file().lastRefusal().known().filings().stream()
                        .map(Refusal.FilingVersion::id)
                        .findFirst());
    }
}
