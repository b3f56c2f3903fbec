package io.crosscare.local.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.crosscare.local.data.OwnerOnly;
import io.crosscare.local.data.Tree;
import io.crosscare.local.store.CopyManifest.CopiedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A copy of a whole document store, all databases as of one moment, in a folder with a manifest. It is taken beside a running
 * store without asking it: the journal only grows at its end, so what a copy has of it is a beginning that once was everything.
 */
public final class StoreCopy {

    private static final String MANIFEST = "manifest.json";
    private static final String DOCUMENTS = "documents";

    /** A running store may replace segments by a snapshot while they are copied. */
    private static final int ATTEMPTS_MAX = 5;

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path path;
    private final CopyManifest manifest;

    private StoreCopy(Path path, CopyManifest manifest) {
        this.path = path;
        this.manifest = manifest;
    }

    /**
     * Copies the folder of a store that runs or not, and reads the copy as a start of the store would before it calls it one.
     *
     * @param target is made; must not be there yet, or be empty
     * @param now when the copying begins
     */
    public static StoreCopy take(Path store, Path target, Instant now) throws IOException, UnusableCopyException {
        if (!Files.isDirectory(store)
                || JournalFolder.unlocked(store).counting().isEmpty()) {
            throw new UnusableCopyException(store, "这里没有内嵌文档库", "there is no embedded document store here");
        }
        if (Files.exists(target) && !(Files.isDirectory(target) && Tree.isEmpty(target))) {
            throw new UnusableCopyException(target, "目录已存在且不为空", "exists already and is not empty");
        }
        OwnerOnly.createDirectories(target);
        CopyManifest manifest = copyWhole(store, target.resolve(DOCUMENTS), now);
        OwnerOnly.write(target.resolve(MANIFEST), JSON.writeValueAsString(manifest) + "\n");
        Tree.sync(target);
        return new StoreCopy(target, manifest);
    }

    /** Opens a copy and refuses one of which a file is missing, was added or is not as it was written. */
    public static StoreCopy open(Path path) throws IOException, UnusableCopyException {
        CopyManifest manifest = manifestOf(path);
        if (manifest.format() != CopyManifest.FORMAT) {
            throw new UnusableCopyException(path, "备份的格式未知", "a copy of unknown format " + manifest.format());
        }
        requireAsWritten(path.resolve(DOCUMENTS), manifest);
        return new StoreCopy(path, manifest);
    }

    /** The folder of the manifest. */
    public Path path() {
        return path;
    }

    public CopyManifest manifest() {
        return manifest;
    }

    /** Writes what was copied into a new folder, and checks what was written. */
    public void layInto(Path folder) throws IOException, UnusableCopyException {
        OwnerOnly.createDirectories(folder);
        for (CopiedFile file : manifest.files()) {
            OwnerOnly.copy(path.resolve(DOCUMENTS).resolve(file.name()), folder.resolve(file.name()));
        }
        Tree.sync(folder);
        requireAsWritten(folder, manifest);
    }

    private static CopyManifest copyWhole(Path store, Path documents, Instant now) throws IOException {
        for (int attempt = 1; ; attempt++) {
            OwnerOnly.createDirectories(documents);
            try {
                return copyOnce(store, documents, now);
            } catch (NoSuchFileException | StoreDamagedException e) {
                Tree.delete(documents);
                if (attempt == ATTEMPTS_MAX) {
                    throw e;
                }
            }
        }
    }

    private static CopyManifest copyOnce(Path store, Path documents, Instant now) throws IOException {
        for (Path file : JournalFolder.unlocked(store).counting()) {
            OwnerOnly.copy(file, documents.resolve(file.getFileName()));
        }
        DocumentCounts counts = new DocumentCounts();
        JournalReader reader = new JournalReader(JournalFolder.unlocked(documents));
        reader.readInto(counts);
        Tree.sync(documents);
        return CopyManifest.of(
                now.toString(), reader.nextSequence() - 1, counts.byCollection(), describe(filesIn(documents)));
    }

    private static CopyManifest manifestOf(Path path) throws IOException, UnusableCopyException {
        try {
            return JSON.readValue(Files.readString(path.resolve(MANIFEST)), CopyManifest.class);
        } catch (NoSuchFileException | JsonProcessingException e) {
            throw new UnusableCopyException(
                    path, "不是完整的备份: 缺少可读的 " + MANIFEST, "no whole copy: it has no readable " + MANIFEST);
        }
    }

    private static void requireAsWritten(Path documents, CopyManifest manifest)
            throws IOException, UnusableCopyException {
        List<CopiedFile> found = Files.isDirectory(documents) ? describe(filesIn(documents)) : List.of();
        for (CopiedFile file : manifest.files()) {
            if (!found.contains(file)) {
                throw new UnusableCopyException(
                        documents.resolve(file.name()), "缺失, 或与写入时不同", "missing, or not as it was written");
            }
        }
        if (found.size() > manifest.files().size()) {
            throw new UnusableCopyException(documents, "有清单之外的文件", "holds files that the manifest does not name");
        }
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static List<CopiedFile> describe(List<Path> files) throws IOException {
        List<CopiedFile> described = new ArrayList<>();
        for (Path file : files) {
            described.add(new CopiedFile(file.getFileName().toString(), Files.size(file), sha256(file)));
        }
        return described;
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no SHA-256", e);
        }
    }
}
