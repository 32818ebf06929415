package io.pumasentinel.cli.kibana.bundle;

/**
 * What people read about an object.
 *
 * @param title short; the dashboards show it
 * @param description one or two sentences, and where it may be empty what is then missing
 */
record Text(String title, String description) {

    static Text of(Declaration from) {
        return new Text(from.text("title"), from.text("description"));
    }

    /** The title by which people find the object among those of others. */
    String listed() {
        return "[puma-sentinel] " + title;
    }
}
