package io.crosscare.local.store;

import java.nio.file.Path;

/** No copy can be taken or used there. The message is for people, Chinese first. */
public final class UnusableCopyException extends Exception {

    private static final long serialVersionUID = 1;

    UnusableCopyException(Path path, String chinese, String english) {
        super(path + ": " + chinese + " / " + english);
    }
}
