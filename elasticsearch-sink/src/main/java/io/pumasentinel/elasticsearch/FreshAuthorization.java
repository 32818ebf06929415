package io.pumasentinel.elasticsearch;

import java.io.IOException;
import org.apache.http.HttpRequest;
import org.apache.http.HttpRequestInterceptor;
import org.apache.http.HttpResponse;
import org.apache.http.HttpResponseInterceptor;
import org.apache.http.HttpStatus;
import org.apache.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Presents a secret with every request, and reads it again before the request that follows a
 * refusal (401): so a key that was replaced in its file is taken up without a restart. While the
 * place is empty the last value stays. Thread-safe.
 */
final class FreshAuthorization implements HttpRequestInterceptor, HttpResponseInterceptor {

    private final Credentials credentials;
    private volatile @Nullable String value;
    private volatile boolean refused;

    private FreshAuthorization(Credentials credentials, @Nullable String value) {
        this.credentials = credentials;
        this.value = value;
    }

    /**
     * With the secret as it is now.
     *
     * @throws IOException if it is absent
     */
    static FreshAuthorization of(Credentials credentials) throws IOException {
        return new FreshAuthorization(credentials, credentials.authorization().orElse(null));
    }

    @Override
    public void process(HttpRequest request, HttpContext context) {
        if (refused) {
            readAgain();
        }
        String header = value;
        if (header != null) {
            request.setHeader("Authorization", header);
        }
    }

    @Override
    public void process(HttpResponse response, HttpContext context) {
        if (response.getStatusLine().getStatusCode() == HttpStatus.SC_UNAUTHORIZED) {
            refused = true;
        }
    }

    private void readAgain() {
        try {
            value = credentials.authorization().orElse(null);
            refused = false;
        } catch (IOException e) {
            // Files are often removed before they are written anew: the next request looks again.
            refused = true;
        }
    }
}
