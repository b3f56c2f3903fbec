package io.crosscare.local.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The journal cannot be trusted: something that was synced is not there as it was written. The store does not start on it;
 * the message says where the damage begins.
 */
public final class StoreDamagedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StoreDamagedException(Path file, long offset, String what) {
        this(file, offset, what, null);
    }

    StoreDamagedException(Path file, long offset, String what, @Nullable Throwable cause) {
        super("journal damaged: %s at byte %d of %s".formatted(what, offset, file), cause);
    }
}
