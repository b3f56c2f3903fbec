package io.crosscare.chassis.event;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which components a message must have: those that are not marked nullable. */
final class RequiredFields {

    private RequiredFields() {}

    /** The names of those that the message does not have, in their order. */
    static List<String> missingIn(Record message) {
        return Arrays.stream(message.getClass().getRecordComponents())
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .filter(component -> valueOf(component, message) == null)
                .map(RecordComponent::getName)
                .toList();
    }

    private static @Nullable Object valueOf(RecordComponent component, Record message) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(message);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record shows what it has", e);
        }
    }
}
