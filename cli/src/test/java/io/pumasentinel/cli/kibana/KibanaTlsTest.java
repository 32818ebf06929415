package io.pumasentinel.cli.kibana;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates are made anew: an authority signs one for this host and one for another. */
@SuppressWarnings("NullAway.Init") // set before all tests
class KibanaTlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir static Path folder;

    @BeforeAll
    static void makeCertificates() throws Exception {
        for (String authority : List.of("ca", "stranger")) {
            keytool("-genkeypair", authority, "-dname", "CN=" + authority, "-ext", "bc:c");
            keytool("-exportcert", authority, "-rfc", "-file", path(authority + ".pem"));
        }
        for (String host : List.of("localhost", "elsewhere")) {
            keytool("-genkeypair", host, "-dname", "CN=" + host);
            keytool("-certreq", host, "-file", path("request"));
            String name = "SAN=dns:" + host;
            keytool("-gencert", "ca", "-infile", path("request"), "-ext", name, "-rfc")
                    .ifFile(folder.resolve(host + ".pem"));
            keytool("-importcert", host, "-file", path(host + ".pem"), "-noprompt");
        }
    }

    @Test
    void trustsTheAuthorityOfAFileAndNoOther() throws Exception {
        try (FakeKibana kibana = kibana("localhost")) {
            KibanaConnection to = KibanaConnection.to(kibana.url());

            assertThat(ready(to.trusting(path("ca.pem")))).isTrue();
            refuses(to.trusting(path("stranger.pem")));
            refuses(to);
        }
    }

    @Test
    void trustsTheAuthorityWithTheFingerprintAndNoOther() throws Exception {
        try (FakeKibana kibana = kibana("localhost")) {
            KibanaConnection to = KibanaConnection.to(kibana.url());

            assertThat(ready(to.pinned(fingerprint("ca")))).isTrue();
            refuses(to.pinned(fingerprint("stranger")));
        }
    }

    @Test
    void refusesACertificateForAnotherHost() throws Exception {
        try (FakeKibana kibana = kibana("elsewhere")) {
            KibanaConnection to = KibanaConnection.to(kibana.url());

            refuses(to.trusting(path("ca.pem")));
            refuses(to.pinned(fingerprint("ca")));
        }
    }

    private static boolean ready(KibanaConnection to) throws Exception {
        return KibanaSetup.to(to, Duration.ofSeconds(10)).connection().equals(to);
    }

    private static void refuses(KibanaConnection to) {
        assertThatThrownBy(() -> KibanaSetup.to(to, Duration.ofDays(1)))
                .hasMessageStartingWith("TLS with " + to.url() + " failed (got ");
    }

    private static FakeKibana kibana(String host) throws Exception {
        KeyStore all = store();
        KeyStore one = KeyStore.getInstance("PKCS12");
        one.load(null, null);
        one.setKeyEntry(host, all.getKey(host, PASSWORD), PASSWORD, all.getCertificateChain(host));
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(one, PASSWORD);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        return FakeKibana.overTls(tls, "8.19.21");
    }

    private static KeyStore store() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("store"))) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private static String fingerprint(String alias) throws Exception {
        Certificate certificate = store().getCertificate(alias);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        return HexFormat.of().formatHex(digest);
    }

    private static String path(String name) {
        return folder.resolve(name).toString();
    }

    /** What keytool printed. */
    private record Printed(String text) {
        void ifFile(Path file) throws Exception {
            Files.writeString(file, text);
        }
    }

    private static Printed keytool(String command, String alias, String... options)
            throws Exception {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        line.addAll(List.of(command, "-alias", alias));
        line.addAll(List.of(options));
        line.addAll(List.of("-keystore", path("store"), "-storetype", "PKCS12"));
        line.addAll(List.of("-storepass", new String(PASSWORD)));
        if (command.equals("-genkeypair")) {
            line.addAll(List.of("-keyalg", "RSA", "-validity", "3650"));
        }
        Process process =
                new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return new Printed(said);
    }
}
