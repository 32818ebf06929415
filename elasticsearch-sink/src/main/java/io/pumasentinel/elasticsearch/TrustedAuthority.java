package io.pumasentinel.elasticsearch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Trusts the authorities of one PEM file and no others, and says which file did not fit. */
final class TrustedAuthority implements X509TrustManager {

    private final X509TrustManager authorities;
    private final Path pem;

    private TrustedAuthority(X509TrustManager authorities, Path pem) {
        this.authorities = authorities;
        this.pem = pem;
    }

    /**
     * The context for connections to servers whose certificates these authorities signed.
     *
     * @throws IOException if the file is absent or holds no certificate
     */
    static SSLContext read(Path pem) throws IOException {
        try (InputStream file = Files.newInputStream(pem)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int number = 0;
            for (Certificate authority :
                    CertificateFactory.getInstance("X.509").generateCertificates(file)) {
                trusted.setCertificateEntry("authority-" + number++, authority);
            }
            if (number == 0) {
                throw new IOException("CA file: no certificate (got " + pem + "); PEM is needed");
            }
            SSLContext context = SSLContext.getInstance("TLS");
            TrustManager manager = new TrustedAuthority(manager(trusted), pem);
            context.init(null, new TrustManager[] {manager}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("CA file: cannot be read (got " + pem + "); PEM is needed", e);
        }
    }

    private static X509TrustManager manager(KeyStore trusted) throws GeneralSecurityException {
        TrustManagerFactory managers =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        for (TrustManager manager : managers.getTrustManagers()) {
            if (manager instanceof X509TrustManager fitting) {
                return fitting;
            }
        }
        throw new GeneralSecurityException("this Java platform has no X.509");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        try {
            authorities.checkServerTrusted(chain, authType);
        } catch (CertificateException e) {
            throw new CertificateException(
                    "CA file "
                            + pem
                            + ": does not vouch for the server (got a certificate of "
                            + chain[0].getSubjectX500Principal()
                            + " from "
                            + chain[0].getIssuerX500Principal()
                            + ": "
                            + e.getMessage()
                            + "); it must hold the authority that signed it",
                    e);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        throw new CertificateException("clients are not checked here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return authorities.getAcceptedIssuers();
    }
}
