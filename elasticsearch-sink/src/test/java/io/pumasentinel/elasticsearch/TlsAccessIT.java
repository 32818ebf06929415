package io.pumasentinel.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.pumasentinel.elasticsearch.node.ElasticsearchProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Trust, credentials and roles against a node behind TLS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TlsAccessIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String KEY = "a2V5LW9mLXRoZS1qb2I6NGQ3ZTFh";
    private static final String INDEX = "logs-puma.access-default-2026.11.21";
    private static final String ALERTS = "alerts-puma-default-2026.11";

    private Path folder;
    private ElasticsearchProcess node;
    private TestCertificates certificates;
    private TestCertificates strangers;
    private TlsGate gate;
    private RoleDesk desk;
    private ElasticsearchConnection connection;

    @BeforeAll
    @SuppressWarnings("NullAway.Init")
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        node = ElasticsearchProcess.start(folder.resolve("node"), 0);
        certificates = TestCertificates.make(folder.resolve("authority"));
        strangers = TestCertificates.make(folder.resolve("stranger"));
        gate = new TlsGate(node.url(), certificates);
        Path key = Files.writeString(folder.resolve("key"), KEY + "\n");
        connection =
                ElasticsearchConnection.to(gate.url())
                        .as(Credentials.apiKey(Secret.fromFile(key.toString())))
                        .trusting(certificates.authority());
    }

    @BeforeEach
    void administrator() {
        desk = RoleDesk.ofAdministrator();
        gate.accept("ApiKey " + KEY);
        gate.serve(desk);
    }

    @AfterAll
    void stop() {
        gate.close();
        node.close();
    }

    @Test
    void trustsTheAuthorityOfAFileAndTheOneWithAFingerprint() throws Exception {
        assertThat(health(connection)).isEqualTo(200);
        assertThat(health(connection.pinned(certificates.fingerprint()))).isEqualTo(200);
    }

    @Test
    void namesTheFileThatDoesNotVouchForTheServer() {
        ElasticsearchConnection wrong = connection.trusting(strangers.authority());

        assertThatThrownBy(() -> health(wrong))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("CA file " + strangers.authority())
                .hasMessageContaining("got a certificate of CN=server from CN=authority")
                .hasMessageNotContaining(KEY);
    }

    @Test
    void namesTheFingerprintThatTheServerDoesNotShow() throws Exception {
        String wrong = strangers.fingerprint();

        assertThatThrownBy(() -> health(connection.pinned(wrong)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("CA fingerprint: the server shows no such authority")
                .hasMessageContaining("CN=authority " + certificates.fingerprint())
                .hasMessageContaining("expected " + wrong);
    }

    @Test
    void doesNotTrustAStrangerWithoutBeingTold() {
        ElasticsearchConnection untold =
                ElasticsearchConnection.to(gate.url()).as(connection.credentials());

        assertThatThrownBy(() -> health(untold)).hasMessageContaining("PKIX path building failed");
    }

    @Test
    void saysThatTheCredentialsAreRefusedWithoutShowingThem() {
        gate.accept("ApiKey another");

        assertThatThrownBy(() -> IndexReadiness.ensure(connection, Duration.ofSeconds(1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("got 401 security_exception: unable to authenticate")
                .hasMessageNotContaining(KEY);
        assertThatThrownBy(() -> RoleSetup.install(connection))
                .hasMessageStartingWith("authenticate: Elasticsearch refused (got 401")
                .hasMessageNotContaining(KEY);
    }

    @Test
    void carriesTheSecretToNoOtherServer() throws Exception {
        AtomicInteger visits = new AtomicInteger();
        InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        HttpServer other = HttpServer.create(free, 0);
        HttpServer first = HttpServer.create(free, 0);
        other.createContext("/", exchange -> visits.incrementAndGet());
        first.createContext(
                "/",
                exchange -> {
                    String there = "http://localhost:" + other.getAddress().getPort() + "/";
                    exchange.getResponseHeaders().set("Location", there);
                    exchange.sendResponseHeaders(302, -1);
                    exchange.close();
                });
        other.start();
        first.start();
        try {
            String url = "http://localhost:" + first.getAddress().getPort();
            ElasticsearchConnection redirected =
                    ElasticsearchConnection.to(url).as(connection.credentials());

            assertThat(health(redirected)).isEqualTo(302);
            assertThat(visits).hasValue(0);
        } finally {
            first.stop(0);
            other.stop(0);
        }
    }

    @Test
    void letsTheWriterFindTheTemplatesAndChangeNothing() throws Exception {
        IndexSetup.install(connection, PATIENCE);
        gate.serve(desk.seenBy("puma-sentinel-writer"));

        SetupReport report = IndexReadiness.ensure(connection, PATIENCE);

        assertThat(report.installed()).isEmpty();
        assertThat(report.unchanged()).hasSize(16);
        assertThat(report.shortcomings())
                .containsExactly("templates: all 16 are there; this user may not change them");
        assertThatThrownBy(() -> IndexSetup.install(connection, PATIENCE))
                .hasMessageContaining("got 403 security_exception");
    }

    @Test
    void stopsTheWriterWhenTemplatesAreMissing() throws Exception {
        IndexSetup.install(connection, PATIENCE);
        assertThat(call("DELETE", "/_index_template/puma-sentinel-access", null)).isEqualTo(200);
        gate.serve(desk.seenBy("puma-sentinel-writer"));

        assertThatThrownBy(() -> IndexReadiness.ensure(connection, PATIENCE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("got none of [index template puma-sentinel-access]")
                .hasMessageContaining("puma-sentinel-setup");
    }

    @Test
    void saysThatNeitherInstallingNorLookingIsAllowed() throws Exception {
        gate.serve(desk.seenBy("puma-sentinel-reader"));

        assertThat(IndexReadiness.ensure(connection, PATIENCE).shortcomings())
                .singleElement()
                .asString()
                .contains("may neither install nor see them");
    }

    @Test
    void installsTemplatesForTheSetUpRole() throws Exception {
        call("DELETE", "/_index_template/puma-sentinel-access", null);
        gate.serve(desk.seenBy("puma-sentinel-setup"));

        assertThat(IndexReadiness.ensure(connection, PATIENCE).installed())
                .contains("index template puma-sentinel-access");
    }

    @Test
    void letsTheWriterWriteAndNothingElse() throws Exception {
        gate.serve(desk.seenBy("puma-sentinel-writer"));

        assertThat(bulk("create", INDEX)).isEqualTo(200);
        assertThat(bulk("index", ALERTS)).isEqualTo(200);
        assertThat(bulk("index", INDEX)).isEqualTo(403);
        assertThat(bulk("delete", INDEX)).isEqualTo(403);
        assertThat(bulk("delete", ALERTS)).isEqualTo(403);
        assertThat(bulk("create", "logs-other-default")).isEqualTo(403);
        assertThat(call("GET", "/" + INDEX + "/_search", null)).isEqualTo(403);
        assertThat(call("DELETE", "/" + INDEX, null)).isEqualTo(403);
        assertThat(call("PUT", "/_index_template/puma-sentinel-access", "{}")).isEqualTo(403);
        assertThat(call("DELETE", "/_security/role/puma-sentinel-writer", null)).isEqualTo(403);
    }

    private int bulk(String kind, String index) throws IOException {
        String head = "{\"" + kind + "\":{\"_index\":\"" + index + "\",\"_id\":\"1\"}}\n";
        return call("POST", "/_bulk", kind.equals("delete") ? head : head + "{\"n\":1}\n");
    }

    private int call(String method, String path, @Nullable String body) throws IOException {
        try (RestCalls calls = new RestCalls(connection.open(1))) {
            return calls.call(method, path, body).status();
        }
    }

    private static int health(ElasticsearchConnection connection) throws IOException {
        try (RestCalls calls = new RestCalls(connection.open(1))) {
            return calls.call("GET", "/_cluster/health", null).status();
        }
    }
}
