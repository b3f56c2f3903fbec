package io.crosscare.registry.directory;

import io.crosscare.registry.model.SpokenName;

/** Port to a dictionary of Chinese characters. */
public interface Readings {

    /** How a name is spoken. Letters and digits are spoken as they are written; other signs are not spoken. */
    SpokenName of(String name);
}
