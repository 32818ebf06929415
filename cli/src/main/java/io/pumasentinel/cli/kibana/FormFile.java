package io.pumasentinel.cli.kibana;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * One file as a browser's form would send it (RFC 7578).
 *
 * @param name the field's name
 * @param fileName Kibana refuses an import whose file does not end in {@code .ndjson}
 * @param content the file
 */
record FormFile(String name, String fileName, byte[] content) {
    private static final String BOUNDARY = "puma-sentinel-boundary";

    /** The file of an import. */
    static FormFile ofImport(byte[] ndjson) {
        return new FormFile("file", "puma-sentinel.ndjson", ndjson);
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary();
    }

    byte[] body() {
        String head =
                "--"
                        + boundary()
                        + "\r\nContent-Disposition: form-data; name=\""
                        + name
                        + "\"; filename=\""
                        + fileName
                        + "\"\r\nContent-Type: application/ndjson\r\n\r\n";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary() + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    /** One that the content does not contain. */
    private String boundary() {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        String boundary = BOUNDARY;
        while (text.contains(boundary)) {
            boundary += "-";
        }
        return boundary;
    }
}
