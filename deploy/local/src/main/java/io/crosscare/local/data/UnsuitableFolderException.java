package io.crosscare.local.data;

import java.nio.file.Path;

/** A directory was named that the suite must not use or delete. The message is for people, Chinese first. */
public final class UnsuitableFolderException extends Exception {

    UnsuitableFolderException(Path path, String chinese, String english) {
        super(path + ": " + chinese + " / " + english);
    }
}
