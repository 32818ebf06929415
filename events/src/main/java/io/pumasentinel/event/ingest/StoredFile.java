package io.pumasentinel.event.ingest;

/**
 * Active Storage's routes, whose signed ids and file names would each be an endpoint of their own:
 * {@code /rails/active_storage/blobs/redirect/SIGNED-ID/FILE}.
 */
final class StoredFile {

    /** As many segments as name the route. */
    static final int SEGMENTS = 4;

    private static final String ROOT = "/rails/active_storage/";

    private StoredFile() {}

    static boolean is(String path) {
        return path.startsWith(ROOT);
    }
}
