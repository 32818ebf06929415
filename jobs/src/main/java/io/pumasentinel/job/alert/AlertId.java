package io.pumasentinel.job.alert;

import io.pumasentinel.event.Entity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Derives an incident's id from what it is about and when it began: the same after a replay. */
public final class AlertId {
    private static final int BYTES = 12;

    private AlertId() {}

    /** The id of the incident of an entity that begins in that second. */
    public static String of(String service, Entity entity, long firstMillis) {
        String identity =
                service
                        + '\u001f'
                        + entity.type()
                        + '\u001f'
                        + entity.value()
                        + '\u001f'
                        + Math.floorDiv(firstMillis, 1000L);
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
