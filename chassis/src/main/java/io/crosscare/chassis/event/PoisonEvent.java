package io.crosscare.chassis.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message that no number of attempts can process; it is parked with its reason and later ones flow. */
public final class PoisonEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PoisonEvent(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }

    public PoisonEvent(String reason) {
        this(reason, null);
    }

    /**
     * A body that was read, and of which nothing can be made. Names the required fields that are missing; where none is, it says
     * which rule a field breaks. No value of the body is in it.
     *
     * @param what for example "a filing"
     * @param type the record as which the body was read
     */
    public static PoisonEvent unreadable(
            String what, ReceivedEvent event, Class<? extends Record> type, RuntimeException cause) {
        List<String> missing = RequiredFields.missingIn(event.bodyAs(type));
        String details = missing.isEmpty() ? ownWords(cause) : ": " + String.join(", ", missing);
        return new PoisonEvent(what + " with a field that is missing or cannot be read" + details, cause);
    }

    /** What a value type of the suite says of itself; a library may cite the value. */
    private static String ownWords(RuntimeException cause) {
        StackTraceElement[] thrown = cause.getStackTrace();
        String message = cause.getMessage();
        boolean isOwn = cause instanceof IllegalArgumentException
                && thrown.length > 0
                && thrown[0].getClassName().startsWith("io.crosscare.");
        return isOwn && message != null ? ": " + message : "";
    }
}
