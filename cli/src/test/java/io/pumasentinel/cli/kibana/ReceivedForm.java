package io.pumasentinel.cli.kibana;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A form with one file, read as strictly as RFC 7578 and RFC 2046 are written. */
record ReceivedForm(String field, String fileName, String content) {
    private static final Pattern TYPE =
            Pattern.compile("multipart/form-data; boundary=([0-9A-Za-z'()+_,./:=?-]{1,70})");
    private static final Pattern PART =
            Pattern.compile(
                    "--(?<boundary>.+?)\r\n"
                            + "Content-Disposition: form-data; name=\"(?<name>[^\"]+)\";"
                            + " filename=\"(?<file>[^\"]+)\"\r\n"
                            + "Content-Type: [^\r\n"
                            + "]+\r\n\r\n"
                            + "(?<content>.*)\r\n"
                            + "--\\k<boundary>--\r\n",
                    Pattern.DOTALL);

    /** The form; null if it is none. */
    static @Nullable ReceivedForm read(@Nullable String contentType, byte[] body) {
        Matcher type = TYPE.matcher(contentType == null ? "" : contentType);
        Matcher part = PART.matcher(new String(body, StandardCharsets.UTF_8));
        if (!type.matches()
                || !part.matches()
                || !part.group("boundary").equals(type.group(1))
                || part.group("content").contains(type.group(1))) {
            return null;
        }
        return new ReceivedForm(part.group("name"), part.group("file"), part.group("content"));
    }
}
