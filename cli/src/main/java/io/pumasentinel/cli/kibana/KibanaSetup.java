package io.pumasentinel.cli.kibana;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Installs and removes the project's saved objects in one space of one Kibana.
 *
 * <p>Safe to repeat: the objects have fixed identifiers and are overwritten. Nothing else in Kibana
 * changes: no default data view, no setting, no object of anybody else. A space that is missing is
 * made, and never removed.
 */
public final class KibanaSetup {
    private static final String IMPORT = "/api/saved_objects/_import?overwrite=true";

    private final KibanaClient client;
    private final List<String> shortcomings = new ArrayList<>();

    private KibanaSetup(KibanaClient client) {
        this.client = client;
    }

    /**
     * Waits until Kibana is usable.
     *
     * @param waitAtMost about how long it may take to answer
     * @throws IOException if it is not usable in time, refuses, or is too old
     */
    public static KibanaSetup to(KibanaConnection connection, Duration waitAtMost)
            throws IOException, InterruptedException {
        KibanaClient client = KibanaClient.open(connection);
        KibanaVersion version = new KibanaStart(client).await(waitAtMost).orThrow();
        List<String> shortcomings = new ArrayList<>();
        KibanaSetup setup = new KibanaSetup(KibanaSpace.find(client, shortcomings));
        setup.shortcomings.addAll(shortcomings);
        version.warning().ifPresent(setup.shortcomings::add);
        return setup;
    }

    /** Where the objects are, or will be: the default space where Kibana has no others. */
    public KibanaConnection connection() {
        return client.connection();
    }

    /**
     * Imports an export, over objects of the same identifiers.
     *
     * @throws IOException if Kibana refuses as a whole; objects that it refuses are in the report
     */
    public KibanaReport install(byte[] ndjson) throws IOException, InterruptedException {
        List<SavedObject> objects = SavedObject.parse(ndjson);
        List<String> notes = new ArrayList<>(shortcomings);
        if (KibanaSpace.make(client)) {
            notes.add("space " + client.connection().space() + ": made, because it was missing");
        }
        KibanaAnswer answer = client.uploadIntoSpace(IMPORT, FormFile.ofImport(ndjson));
        answer.orThrow("import of " + ndjson.length + " bytes");
        ImportAnswer done = ImportAnswer.read(answer, objects);
        return new KibanaReport(
                done.installed(), done.overwritten(), List.of(), done.failures(), notes);
    }

    /**
     * Deletes the objects of an export, and no others; those that are not there are none to delete.
     *
     * @throws IOException if there is no answer; what Kibana refuses to delete is in the report
     */
    public KibanaReport remove(byte[] ndjson) throws IOException, InterruptedException {
        SavedObjectRemoval removal = new SavedObjectRemoval(client);
        removal.remove(SavedObject.parse(ndjson));
        return new KibanaReport(
                List.of(), List.of(), removal.removed(), removal.failures(), shortcomings);
    }
}
