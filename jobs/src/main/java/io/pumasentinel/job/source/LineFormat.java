package io.pumasentinel.job.source;

/** What the lines of a file may be. */
public enum LineFormat {
    /** Told line by line. */
    AUTO,
    /** Text: access lines, error output, lifecycle lines. */
    CLF,
    /** JSON objects, one a line. */
    JSON;

    boolean admits(byte[] bytes, int from, int length) {
        boolean object = length > 0 && bytes[from] == '{';
        return switch (this) {
            case AUTO -> true;
            case CLF -> !object;
            case JSON -> object;
        };
    }
}
