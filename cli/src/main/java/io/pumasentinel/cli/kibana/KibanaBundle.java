package io.pumasentinel.cli.kibana;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/** The project's saved objects, as one file that Kibana imports. */
public final class KibanaBundle {
    private static final String RESOURCE = "/io/pumasentinel/cli/kibana/puma-sentinel.ndjson";

    private KibanaBundle() {}

    /**
     * The file.
     *
     * @throws FileNotFoundException if this build has none
     */
    public static byte[] ndjson() throws IOException {
        try (InputStream resource = KibanaBundle.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new FileNotFoundException(
                        "the saved objects are not on the class path (got " + RESOURCE + ")");
            }
            return resource.readAllBytes();
        }
    }
}
