package io.pumasentinel.job.source;

import java.io.Serializable;

/**
 * One file to read, plain or gzipped, and whose lines it holds.
 *
 * @param path the file as given, the source part of every position; {@value #STDIN} reads standard
 *     input, once: a job that reads it cannot restart
 * @param service the service of lines that name none, not empty
 * @param host the host of lines that name none, not empty
 * @param format what its lines may be; others are dead letters
 */
public record FileInput(String path, String service, String host, LineFormat format)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The path that stands for standard input. */
    public static final String STDIN = "-";

    /** Checks that no part is empty. */
    public FileInput {
        if (path.isEmpty() || service.isEmpty() || host.isEmpty()) {
            throw new IllegalArgumentException(
                    "an empty path, service or host (got path '%s', service '%s', host '%s'); give all three"
                            .formatted(path, service, host));
        }
    }

    /** A file whose lines are told one by one. */
    public FileInput(String path, String service, String host) {
        this(path, service, host, LineFormat.AUTO);
    }

    boolean isStdin() {
        return path.equals(STDIN);
    }
}
