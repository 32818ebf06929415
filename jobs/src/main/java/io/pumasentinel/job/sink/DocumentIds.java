package io.pumasentinel.job.sink;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Keeps document ids within what Elasticsearch takes: 512 bytes. */
final class DocumentIds {
    private static final int LONGEST = 160;
    private static final int KEPT = 90;

    private DocumentIds() {}

    /** The id itself; a long one keeps its beginning and ends in its hash. */
    static String bounded(String id) {
        if (id.length() <= LONGEST) {
            return id;
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(id.getBytes(StandardCharsets.UTF_8));
            return start(id, KEPT) + "~" + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** At most that many characters; never half of a surrogate pair. */
    static String start(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end);
    }
}
