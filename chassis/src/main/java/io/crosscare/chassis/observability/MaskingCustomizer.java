package io.crosscare.chassis.observability;

import io.crosscare.chassis.crypto.Masking;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * The last line of defence: cuts identity numbers, phones and the queries of addresses out of every text of a log event, its
 * stack trace too, whoever wrote it.
 */
public final class MaskingCustomizer implements StructuredLoggingJsonMembersCustomizer<Object> {

    @Override
    public void customize(JsonWriter.Members<Object> members) {
        members.applyingValueProcessor(JsonWriter.ValueProcessor.of(String.class, MaskingCustomizer::mask));
    }

    private static @Nullable String mask(@Nullable String text) {
        return text == null ? null : Masking.freeText(Masking.withoutQueries(text));
    }
}
