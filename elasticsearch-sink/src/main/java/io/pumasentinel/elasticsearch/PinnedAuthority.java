package io.pumasentinel.elasticsearch;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.StringJoiner;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Trusts exactly the chains that end in one authority, known by its fingerprint. Host names are
 * checked by the client as always.
 */
final class PinnedAuthority implements X509TrustManager {
    private final String fingerprint;

    private PinnedAuthority(String fingerprint) {
        this.fingerprint = fingerprint.replace(":", "").toLowerCase(Locale.ROOT);
    }

    /** Trusts the authority with this SHA-256 fingerprint, in hex. */
    static PinnedAuthority of(String fingerprint) {
        return new PinnedAuthority(fingerprint);
    }

    /** A context that trusts the authority with this SHA-256 fingerprint, in hex. */
    static SSLContext context(String fingerprint) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {of(fingerprint)}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        for (int i = 0; i < chain.length; i++) {
            chain[i].checkValidity();
            if (fingerprint.equals(fingerprintOf(chain[i]))) {
                return;
            }
            if (i + 1 < chain.length) {
                verify(chain[i], chain[i + 1]);
            }
        }
        throw new CertificateException(
                "CA fingerprint: the server shows no such authority (got "
                        + shown(chain)
                        + "); expected "
                        + fingerprint
                        + ", the SHA-256 of the authority that signed its certificate");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        throw new CertificateException("clients are not checked here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    private static void verify(X509Certificate certificate, X509Certificate issuer)
            throws CertificateException {
        if (issuer.getBasicConstraints() < 0) {
            throw new CertificateException("the issuer is no authority");
        }
        try {
            certificate.verify(issuer.getPublicKey());
        } catch (GeneralSecurityException e) {
            throw new CertificateException("the chain is broken", e);
        }
    }

    private static String shown(X509Certificate[] chain) throws CertificateException {
        StringJoiner shown = new StringJoiner(", ");
        for (X509Certificate certificate : chain) {
            shown.add(certificate.getSubjectX500Principal() + " " + fingerprintOf(certificate));
        }
        return shown.toString();
    }

    private static String fingerprintOf(X509Certificate certificate) throws CertificateException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new CertificateException("the certificate has no fingerprint", e);
        }
    }
}
