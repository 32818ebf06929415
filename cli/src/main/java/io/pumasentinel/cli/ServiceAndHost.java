package io.pumasentinel.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Whose lines a file holds.
 *
 * @param service the service
 * @param host the host
 */
record ServiceAndHost(String service, String host) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int GZIP_MAGIC = 0x1f8b;

    /** The pair that all samples of the file share; empty if they name several or none. */
    static Optional<ServiceAndHost> singleOf(Path stats) throws IOException {
        Set<ServiceAndHost> found = new HashSet<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(plain(stats), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                of(line).ifPresent(found::add);
                if (found.size() > 1) {
                    return Optional.empty();
                }
            }
        }
        return found.stream().findFirst();
    }

    private static Optional<ServiceAndHost> of(String line) {
        try {
            JsonNode sample = JSON.readTree(line);
            String service = sample.path("service").asText("");
            String host = sample.path("host").asText("");
            return service.isEmpty() || host.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ServiceAndHost(service, host));
        } catch (JacksonException e) {
            return Optional.empty(); // the job makes a dead letter of it
        }
    }

    private static InputStream plain(Path file) throws IOException {
        PushbackInputStream in = new PushbackInputStream(Files.newInputStream(file), 2);
        byte[] magic = in.readNBytes(2);
        in.unread(magic);
        boolean gzip =
                magic.length == 2 && ((magic[0] & 0xff) << 8 | (magic[1] & 0xff)) == GZIP_MAGIC;
        return gzip ? new GZIPInputStream(in) : in;
    }
}
