package io.crosscare.chassis.problem;

import java.util.function.Function;

/**
 * What a path names. Text that can be no id names nothing: it is answered like an id that nobody has, at every door, while a
 * parameter or a field of another form is told as such.
 */
public final class PathId {

    private PathId() {}

    /**
     * The id that stands in a path.
     *
     * @param parser throws {@link IllegalArgumentException} for what can be no such id
     * @throws ProblemException {@code not-found} for that
     */
    public static <T> T require(String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException _) {
            throw ProblemException.notFound();
        }
    }
}
