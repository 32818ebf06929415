package io.pumasentinel.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the embedded node has not: lifecycle policies, transforms, snapshot policies. */
final class FullClusterSetupTest {

    private static final String ACCESS = "/_ilm/policy/puma-sentinel-access";
    private static final String HOURS = "/_transform/puma-sentinel-endpoint-hourly-shop";
    private static final String NIGHTLY = "/_slm/policy/puma-sentinel-daily";

    private FullCluster cluster;

    @BeforeEach
    void start() throws IOException {
        cluster = new FullCluster();
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void installsEverythingInTheOrderOfNeedAndNothingTwice() throws Exception {
        SetupReport first = setup("backups").install();

        assertThat(first.installed()).hasSize(27);
        assertThat(first.shortcomings()).isEmpty();
        assertThat(cluster.changes().get(0)).startsWith("put /_ilm/policy/");
        assertThat(cluster.changes())
                .hasSize(28)
                .endsWith("put " + HOURS, "start " + HOURS, "put " + NIGHTLY);
        assertThat(cluster.stored(HOURS).at("/source/index/0").asText())
                .isEqualTo("metrics-puma.endpoint-shop-*");
        assertThat(cluster.stored(NIGHTLY).path("repository").asText()).isEqualTo("backups");

        assertThat(setup("backups").install().installed()).isEmpty();
        assertThat(setup("backups").drift()).isEmpty();
        assertThat(cluster.changes()).hasSize(28);
    }

    @Test
    void takesSnapshotsOnlyIntoANamedRepository() throws Exception {
        SetupReport report = setup(null).install();

        assertThat(report.installed()).hasSize(26);
        assertThat(report.shortcomings())
                .containsExactly(
                        "no snapshot policy: no repository is named"
                                + " (elasticsearch.snapshot-repository)");
        assertThat(setup(null).drift()).isEmpty();
    }

    @Test
    void makesNoPipelineWhereItCouldNotSayWhoseItIs() throws Exception {
        cluster.version = "7.10.2";

        SetupReport report = setup(null).install();

        assertThat(report.installed()).noneMatch(name -> name.startsWith("ingest pipeline"));
        assertThat(report.shortcomings()).anyMatch(told -> told.startsWith("no ingest pipelines"));
        assertThat(
                        cluster.stored("/_index_template/puma-sentinel-alert-log")
                                .at("/template/settings/index")
                                .has("final_pipeline"))
                .isFalse();
        assertThat(setup(null).drift()).isEmpty();
    }

    @Test
    void leavesTheRetentionThatSomebodyChose() throws Exception {
        setup(null).install();
        String own = cluster.stored(ACCESS).toString();
        cluster.put(ACCESS, own.replace("\"30d\"", "\"10d\""));
        String told =
                "lifecycle policy puma-sentinel-access: changed by hand"
                        + " (policy.phases.delete.min_age)";

        assertThat(setup(null).drift()).containsExactly(told);
        assertThat(setup(null).install().kept()).containsExactly(told);
        assertThat(cluster.stored(ACCESS).toString()).contains("\"10d\"");
    }

    @Test
    void replacesATransformOnlyWhenItIsStopped() throws Exception {
        setup(null).install();
        cluster.put(
                HOURS, cluster.stored(HOURS).toString().replace("\"version\":1", "\"version\":0"));
        int before = cluster.changes().size();

        assertThat(setup(null).drift())
                .containsExactly(
                        "transform puma-sentinel-endpoint-hourly-shop: version 0 instead of 1");
        assertThat(setup(null).install().installed())
                .containsExactly("transform puma-sentinel-endpoint-hourly-shop");
        assertThat(cluster.changes().subList(before, cluster.changes().size()))
                .containsExactly(
                        "stop " + HOURS, "delete " + HOURS, "put " + HOURS, "start " + HOURS);
    }

    @Test
    void removesBackwardsAndLeavesWhatIndicesUse() throws Exception {
        setup("backups").install();
        cluster.use(ACCESS);
        cluster.use("/_ingest/pipeline/puma-sentinel-ingested");
        int before = cluster.changes().size();

        RemovalReport report = setup(null).remove();

        assertThat(report.removed()).hasSize(25);
        assertThat(report.left())
                .containsExactly(
                        "ingest pipeline puma-sentinel-ingested: illegal_argument_exception: in"
                                + " use",
                        "lifecycle policy puma-sentinel-access: illegal_argument_exception: in"
                                + " use");
        List<String> changes = cluster.changes().subList(before, cluster.changes().size());
        assertThat(changes)
                .startsWith("delete " + NIGHTLY, "stop " + HOURS, "delete " + HOURS)
                .endsWith("delete /_ilm/policy/puma-sentinel-alert-log");
    }

    @Test
    void tellsOfADataStreamThatCameBeforeTheTemplates() throws Exception {
        setup(null).install();
        String index = ".ds-logs-puma.error-shop-2026.11.21-2026.11.21-000001";
        cluster.put(FullCluster.MAPPINGS, "{'" + index + "':{'mappings':{}}}");

        assertThat(setup(null).drift())
                .containsExactly(
                        "index "
                                + index
                                + ": belongs to a data stream, which takes a replay twice");
    }

    private ClusterSetup setup(@Nullable String repository) {
        return new ClusterSetup(
                cluster.connection(), new SetupScope("shop", repository), Duration.ofSeconds(5));
    }
}
