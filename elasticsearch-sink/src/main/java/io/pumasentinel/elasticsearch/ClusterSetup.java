package io.pumasentinel.elasticsearch;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that {@code deploy/elasticsearch} gives a cluster: installed, compared, removed.
 *
 * <p>More than {@link IndexSetup}, which only makes writing possible: also the transform and, where
 * a repository is named, the snapshot policy. Safe to repeat and to run from several places at
 * once. No index and no document is touched.
 */
public final class ClusterSetup {

    private final ElasticsearchConnection connection;
    private final SetupScope scope;
    private final Duration waitAtMost;

    /**
     * A set-up of one cluster.
     *
     * @param waitAtMost about how long the cluster may take to answer
     */
    public ClusterSetup(ElasticsearchConnection connection, SetupScope scope, Duration waitAtMost) {
        this.connection = connection;
        this.scope = scope;
        this.waitAtMost = waitAtMost;
    }

    /**
     * Installs what is missing, older than this release, or changed by hand. Left as they are: what
     * is newer, and lifecycle policies that exist.
     *
     * @throws IOException if the cluster does not answer in time, or refuses
     */
    public SetupReport install() throws IOException {
        try (RestCalls calls = open()) {
            Edition edition = Edition.probe(calls);
            SetupReport done = new TemplateInstallation(calls, edition).install(templates());
            List<String> shortcomings = new ArrayList<>(done.shortcomings());
            if (edition.has(Feature.SNAPSHOTS) && scope.repository() == null) {
                shortcomings.add(
                        "no snapshot policy: no repository is named"
                                + " (elasticsearch.snapshot-repository)");
            }
            return new SetupReport(done.installed(), done.unchanged(), done.kept(), shortcomings);
        }
    }

    /**
     * Removes what {@link #install} installed. What indices still use stays: lifecycle policies go
     * on deleting old indices.
     *
     * @throws IOException if the cluster does not answer in time, or refuses
     */
    public RemovalReport remove() throws IOException {
        try (RestCalls calls = open()) {
            List<String> indices = new StreamIndices(calls).names();
            List<Template> everything = new ArrayList<>();
            for (Template template : Template.bundled()) {
                everything.add(template.in(scope));
            }
            return new TemplateRemoval(calls, Edition.probe(calls)).remove(everything, indices);
        }
    }

    /**
     * Where the cluster is not as {@link #install} would make it, one sentence each; empty if it
     * is. Changes nothing.
     *
     * @throws IOException if the cluster does not answer in time, or refuses
     */
    public List<String> drift() throws IOException {
        try (RestCalls calls = open()) {
            Edition edition = Edition.probe(calls);
            List<Template> templates = templates();
            List<String> drift =
                    new ArrayList<>(new TemplateInstallation(calls, edition).drift(templates));
            drift.addAll(new StreamIndices(calls).drift(templates, edition));
            return drift;
        }
    }

    private RestCalls open() throws IOException {
        RestCalls calls = new RestCalls(connection.open(1));
        try {
            IndexSetup.await(calls, connection, waitAtMost);
            return calls;
        } catch (IOException e) {
            calls.close();
            throw e;
        }
    }

    private List<Template> templates() throws IOException {
        List<Template> templates = new ArrayList<>();
        for (Template template : Template.bundled()) {
            if (template.kind() != Template.Kind.SNAPSHOT || scope.repository() != null) {
                templates.add(template.in(scope));
            }
        }
        return templates;
    }
}
