package io.pumasentinel.cli;

/** What the lines of analysed files may be. */
enum LineFormat {
    /** Told line by line. */
    auto,
    /** Puma's access lines and their relatives. */
    clf,
    /** JSON objects. */
    json
}
