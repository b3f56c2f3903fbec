package io.crosscare.settlement.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Documents that come with the service as resources, named in an index file beside them, one name a line. */
public final class ShippedDocuments {

    private static final String INDEX = "index.txt";

    private ShippedDocuments() {}

    /** The texts of all documents of a resource folder, {@code /policies}, in the order of its index. */
    public static List<String> in(String folder) {
        return one(folder + "/" + INDEX)
                .lines()
                .map(name -> one(folder + "/" + name))
                .toList();
    }

    /** The text of one resource, {@code /policies/README.md}. */
    public static String one(String path) {
        try (InputStream file = ShippedDocuments.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("the service lacks its resource " + path);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
