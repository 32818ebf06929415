package io.pumasentinel.elasticsearch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Whose certificates count when a server of the Elastic stack is asked over TLS. */
public final class ServerTrust {

    private ServerTrust() {}

    /**
     * The context to connect with; none where the JVM's own trust is meant.
     *
     * @param caFile a PEM file of the authorities to trust; null = not by file
     * @param caFingerprint SHA-256 of the authority to trust, in hex; null = not pinned
     * @throws IOException if the file is absent or holds no certificate
     */
    public static Optional<SSLContext> context(
            @Nullable String caFile, @Nullable String caFingerprint) throws IOException {
        if (caFile != null) {
            return Optional.of(TrustedAuthority.read(Path.of(caFile)));
        }
        return Optional.ofNullable(caFingerprint).map(PinnedAuthority::context);
    }
}
