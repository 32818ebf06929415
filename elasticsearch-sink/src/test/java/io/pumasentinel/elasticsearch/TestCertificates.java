package io.pumasentinel.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An authority and the certificate of a server on this machine, made by the JDK's keytool. */
final class TestCertificates {

    private static final String PASSWORD = "changeit";

    private final Path folder;
    private final KeyStore store;

    private TestCertificates(Path folder, KeyStore store) {
        this.folder = folder;
        this.store = store;
    }

    static TestCertificates make(Path folder) throws Exception {
        Files.createDirectories(folder);
        Path store = folder.resolve("store");
        String request = folder.resolve("request").toString();
        String answer = folder.resolve("server.pem").toString();
        String authority = folder.resolve("ca.pem").toString();
        String name = "CN=" + folder.getFileName();
        keytool(
                store,
                "-genkeypair",
                "-alias",
                "ca",
                "-dname",
                name,
                "-keyalg",
                "EC",
                "-ext",
                "bc:c");
        keytool(store, "-genkeypair", "-alias", "server", "-dname", "CN=server", "-keyalg", "EC");
        keytool(store, "-certreq", "-alias", "server", "-file", request);
        keytool(
                store,
                "-gencert",
                "-alias",
                "ca",
                "-infile",
                request,
                "-outfile",
                answer,
                "-rfc",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1");
        keytool(store, "-importcert", "-alias", "server", "-file", answer);
        keytool(store, "-exportcert", "-alias", "ca", "-file", authority, "-rfc");
        KeyStore loaded = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            loaded.load(in, PASSWORD.toCharArray());
        }
        return new TestCertificates(folder, loaded);
    }

    /** The authority as a PEM file. */
    String authority() {
        return folder.resolve("ca.pem").toString();
    }

    /** SHA-256 of the authority. */
    String fingerprint() throws GeneralSecurityException {
        byte[] encoded = store.getCertificate("ca").getEncoded();
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded));
    }

    /** TLS of the server, which shows its certificate and the authority's. */
    SSLContext server() throws GeneralSecurityException, IOException {
        Certificate[] chain = store.getCertificateChain("server");
        PrivateKey key = (PrivateKey) store.getKey("server", PASSWORD.toCharArray());
        KeyStore only = KeyStore.getInstance("PKCS12");
        only.load(null, null);
        only.setKeyEntry("server", key, PASSWORD.toCharArray(), chain);
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(only, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(Path store, String... options) throws Exception {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        line.addAll(List.of(options));
        line.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12"));
        line.addAll(List.of("-storepass", PASSWORD));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool: " + said);
        }
    }
}
