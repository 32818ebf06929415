package io.pumasentinel.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Roles go through the security's own part of the API; behind the gate is no node. */
final class RoleSetupTest {

    private static final String WRITER = "/_security/role/puma-sentinel-writer";

    private final RoleDesk desk = RoleDesk.ofAdministrator();
    private TlsGate gate;
    private ElasticsearchConnection connection;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        TestCertificates certificates = TestCertificates.make(folder.resolve("authority"));
        Path token = Files.writeString(folder.resolve("token"), "dG9rZW4\n");
        gate = new TlsGate(URI.create("http://127.0.0.1:1"), certificates);
        gate.accept("Bearer dG9rZW4");
        gate.serve(desk);
        connection =
                ElasticsearchConnection.to(gate.url())
                        .as(Credentials.bearer(Secret.fromFile(token.toString())))
                        .pinned(certificates.fingerprint());
    }

    @AfterEach
    void stop() {
        gate.close();
    }

    @Test
    void installsComparesAndRemoves() throws Exception {
        List<String> all = Role.bundled().stream().map(Role::name).toList();

        assertThat(RoleSetup.report(connection).remarks()).hasSize(5);
        assertThat(RoleSetup.install(connection).changed()).isEqualTo(all);
        assertThat(RoleSetup.install(connection)).isEqualTo(kept(all));
        assertThat(RoleSetup.report(connection)).isEqualTo(kept(all));
        assertThat(RoleSetup.remove(connection).changed()).isEqualTo(all);
        assertThat(RoleSetup.remove(connection)).isEqualTo(kept(all));
    }

    @Test
    void replacesARoleThatSomebodyWidenedAndKeepsANewerOne() throws Exception {
        RoleSetup.install(connection);
        String ours = call("GET", WRITER, null).json().path("puma-sentinel-writer").toString();
        call("PUT", WRITER, ours.replace("\"create_doc\"", "\"all\""));

        assertThat(RoleSetup.report(connection).remarks())
                .singleElement()
                .asString()
                .startsWith("role puma-sentinel-writer: not as this release has it");
        assertThat(RoleSetup.install(connection).changed()).containsExactly("puma-sentinel-writer");

        call("PUT", WRITER, ours.replace("\"version\":1", "\"version\":2"));
        assertThat(RoleSetup.install(connection).changed()).isEmpty();
    }

    @Test
    void leavesARoleOfSomebodyElseAlone() throws Exception {
        call("PUT", WRITER, "{\"cluster\":[]}");

        assertThat(RoleSetup.install(connection).remarks())
                .containsExactly(
                        "role puma-sentinel-writer: not made by puma-sentinel; left as it is");
        assertThat(RoleSetup.remove(connection).kept()).contains("puma-sentinel-writer");
        assertThat(call("GET", WRITER, null).isGood()).isTrue();
    }

    @Test
    void tellsTheSetUpRoleThatAnAdministratorMustInstall() throws Exception {
        gate.serve(desk.seenBy("puma-sentinel-setup"));

        RoleReport report = RoleSetup.install(connection);

        assertThat(report.changed()).isEmpty();
        assertThat(report.remarks())
                .hasSize(5)
                .contains(
                        "role puma-sentinel-writer: not installed; an administrator (cluster"
                                + " privilege manage_security) can do it");

        gate.serve(desk);
        RoleSetup.install(connection);
        gate.serve(desk.seenBy("puma-sentinel-setup"));
        assertThat(RoleSetup.install(connection).remarks()).isEmpty();
        assertThat(RoleSetup.remove(connection).remarks()).hasSize(5);
    }

    @Test
    void saysThatAClusterHasNoSecurity() throws Exception {
        HttpServer bare =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bare.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(400, -1);
                    exchange.close();
                });
        bare.start();
        try {
            String url = "http://localhost:" + bare.getAddress().getPort();
            RoleReport report = RoleSetup.install(ElasticsearchConnection.to(url));

            assertThat(report.changed()).isEmpty();
            assertThat(report.remarks()).singleElement().asString().startsWith("no security");
        } finally {
            bare.stop(0);
        }
    }

    private static RoleReport kept(List<String> all) {
        return new RoleReport(List.of(), all, List.of());
    }

    private RestCalls.Answer call(String method, String path, @Nullable String body)
            throws IOException {
        try (RestCalls calls = new RestCalls(connection.open(1))) {
            return calls.call(method, path, body);
        }
    }
}
