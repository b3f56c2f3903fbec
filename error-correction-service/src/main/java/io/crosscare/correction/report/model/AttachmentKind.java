package io.crosscare.correction.report.model;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** What an attachment is, told by its first bytes and not by what its name says. */
public enum AttachmentKind {
    JPEG("image/jpeg", "ffd8ff"),
    PNG("image/png", "89504e470d0a1a0a"),
    PDF("application/pdf", "255044462d");

    private final String mediaType;
    private final String beginningHex;

    AttachmentKind(String mediaType, String beginningHex) {
        this.mediaType = mediaType;
        this.beginningHex = beginningHex;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Empty where it is none of these. */
    public static Optional<AttachmentKind> of(byte[] content) {
        return Arrays.stream(values()).filter(kind -> kind.begins(content)).findFirst();
    }

    private boolean begins(byte[] content) {
        int length = beginningHex.length() / 2;
        return content.length > length
                && HexFormat.of().formatHex(content, 0, length).equals(beginningHex);
    }
}
