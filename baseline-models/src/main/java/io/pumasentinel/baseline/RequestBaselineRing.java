package io.pumasentinel.baseline;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The last {@value #MOST_VERSIONS} request baselines of an endpoint, so that a replay scores a
 * request by the same version as the first run did.
 *
 * <p>A plain object for keyed state, at most 0.7 kB.
 */
public class RequestBaselineRing {
    /** A request looks this far back, because the windows just before it may close after it. */
    public static final long AGE_MILLIS = 15_000;

    static final int MOST_VERSIONS = 4;

    private static final RequestBaseline[] NONE = {};

    /** Oldest first. */
    public RequestBaseline[] versions = NONE;

    /** Adds a version; its window must end after those of the versions before. */
    public void push(RequestBaseline version) {
        int kept = Math.min(versions.length, MOST_VERSIONS - 1);
        int dropped = versions.length - kept;
        RequestBaseline[] next = Arrays.copyOfRange(versions, dropped, versions.length + 1);
        next[kept] = version;
        versions = next;
    }

    /**
     * The version for a request at {@code timestampMillis}: the last whose window ended before that
     * time less {@link #AGE_MILLIS}.
     *
     * @return null if there is none, or none any more
     */
    public @Nullable RequestBaseline at(long timestampMillis) {
        for (int i = versions.length - 1; i >= 0; i--) {
            if (versions[i].windowEndMillis < timestampMillis - AGE_MILLIS) {
                return versions[i];
            }
        }
        return null;
    }
}
