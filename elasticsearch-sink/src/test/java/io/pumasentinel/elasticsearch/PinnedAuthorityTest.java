package io.pumasentinel.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // set before all tests
class PinnedAuthorityTest {
    @TempDir static Path folder;

    static X509Certificate authority;
    static X509Certificate server;
    static X509Certificate stranger;

    @BeforeAll
    static void makeCertificates() throws Exception {
        keytool("-genkeypair", "-alias", "ca", "-dname", "CN=ca", "-ext", "bc:c");
        keytool("-genkeypair", "-alias", "other", "-dname", "CN=ca", "-ext", "bc:c");
        keytool("-genkeypair", "-alias", "server", "-dname", "CN=localhost");
        keytool("-certreq", "-alias", "server", "-file", path("request"));
        keytool("-gencert", "-alias", "ca", "-infile", path("request"), "-outfile", path("server"));
        keytool("-exportcert", "-alias", "ca", "-file", path("ca"));
        keytool("-exportcert", "-alias", "other", "-file", path("other"));
        authority = certificate("ca");
        server = certificate("server");
        stranger = certificate("other");
    }

    @Test
    void trustsAServerWhoseAuthorityHasTheFingerprint() throws Exception {
        PinnedAuthority pinned = PinnedAuthority.of(fingerprint(authority));

        assertThatCode(() -> pinned.checkServerTrusted(chain(server, authority), "RSA"))
                .doesNotThrowAnyException();
    }

    @Test
    void takesTheFingerprintWithColonsAndInUpperCase() throws Exception {
        String colons =
                HexFormat.ofDelimiter(":")
                        .withUpperCase()
                        .formatHex(sha256(authority.getEncoded()));

        assertThatCode(
                        () ->
                                PinnedAuthority.of(colons)
                                        .checkServerTrusted(chain(server, authority), "RSA"))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAChainWithoutTheFingerprint() throws Exception {
        PinnedAuthority pinned = PinnedAuthority.of(fingerprint(stranger));

        assertThatThrownBy(() -> pinned.checkServerTrusted(chain(server, authority), "RSA"))
                .isInstanceOf(CertificateException.class)
                .hasMessageContaining(fingerprint(stranger));
    }

    /** Anybody can send the authority's own certificate along; it must have signed. */
    @Test
    void refusesAServerThatThePinnedAuthorityDidNotSign() throws Exception {
        PinnedAuthority pinned = PinnedAuthority.of(fingerprint(stranger));

        assertThatThrownBy(() -> pinned.checkServerTrusted(chain(server, stranger), "RSA"))
                .isInstanceOf(CertificateException.class);
    }

    @Test
    void refusesAnIssuerThatIsNoAuthority() throws Exception {
        PinnedAuthority pinned = PinnedAuthority.of(fingerprint(authority));

        assertThatThrownBy(
                        () -> pinned.checkServerTrusted(chain(stranger, server, authority), "RSA"))
                .isInstanceOf(CertificateException.class);
        assertThat(pinned.getAcceptedIssuers()).isEmpty();
    }

    private static X509Certificate[] chain(X509Certificate... certificates) {
        return certificates;
    }

    private static String fingerprint(X509Certificate certificate) throws Exception {
        return HexFormat.of().formatHex(sha256(certificate.getEncoded()));
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static String path(String name) {
        return folder.resolve(name).toString();
    }

    private static X509Certificate certificate(String name) throws Exception {
        try (InputStream in = Files.newInputStream(folder.resolve(name))) {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static void keytool(String command, String... options)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        line.add(command);
        line.addAll(List.of(options));
        line.addAll(List.of("-keystore", path("store"), "-storetype", "PKCS12"));
        line.addAll(List.of("-storepass", "changeit", "-validity", "3650"));
        if (command.equals("-genkeypair")) {
            line.addAll(List.of("-keyalg", "RSA"));
        }
        if (!command.equals("-genkeypair") && !command.equals("-gencert")) {
            line.removeAll(List.of("-validity", "3650"));
        }
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
