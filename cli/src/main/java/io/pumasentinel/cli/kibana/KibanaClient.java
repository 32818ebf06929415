package io.pumasentinel.cli.kibana;

import io.pumasentinel.elasticsearch.ServerTrust;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Single calls to one Kibana. The secret is read anew for every call and appears in no message.
 * Redirects are not followed: they would carry the credentials elsewhere.
 */
final class KibanaClient {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);

    private final KibanaConnection connection;
    private final HttpClient http;
    private final Duration answerTimeout;

    private KibanaClient(KibanaConnection connection, HttpClient http, Duration answerTimeout) {
        this.connection = connection;
        this.http = http;
        this.answerTimeout = answerTimeout;
    }

    /**
     * A client whose answers may take a minute.
     *
     * @throws IOException if the secret or the CA file cannot be read
     */
    static KibanaClient open(KibanaConnection connection) throws IOException {
        // Read here once, so that a secret that is absent is not taken for a Kibana that is.
        Optional<String> unused = connection.credentials().authorization();
        HttpClient.Builder http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(CONNECT_TIMEOUT);
        ServerTrust.context(connection.caFile(), connection.caFingerprint())
                .ifPresent(http::sslContext);
        return new KibanaClient(connection, http.build(), ANSWER_TIMEOUT);
    }

    /** The same with another limit for answers. */
    KibanaClient answeringWithin(Duration timeout) {
        return new KibanaClient(connection, http, timeout);
    }

    /** The same in another space. */
    KibanaClient inSpace(String space) {
        return new KibanaClient(connection.inSpace(space), http, answerTimeout);
    }

    KibanaConnection connection() {
        return connection;
    }

    /** Asks for something that belongs to no space. */
    KibanaAnswer get(String path) throws IOException, InterruptedException {
        return send(request(connection.at(path)).GET());
    }

    /** Asks for something in the space. */
    KibanaAnswer getInSpace(String path) throws IOException, InterruptedException {
        return send(request(connection.inSpaceAt(path)).GET());
    }

    /** Sends JSON to something that belongs to no space. */
    KibanaAnswer post(String path, String json) throws IOException, InterruptedException {
        BodyPublisher body = BodyPublishers.ofString(json, StandardCharsets.UTF_8);
        return send(
                request(connection.at(path)).header("Content-Type", "application/json").POST(body));
    }

    /** Sends one file of a form into the space. */
    KibanaAnswer uploadIntoSpace(String path, FormFile file)
            throws IOException, InterruptedException {
        BodyPublisher body = BodyPublishers.ofByteArray(file.body());
        return send(
                request(connection.inSpaceAt(path))
                        .header("Content-Type", file.contentType())
                        .POST(body));
    }

    /** Deletes something in the space. */
    KibanaAnswer deleteInSpace(String path) throws IOException, InterruptedException {
        return send(request(connection.inSpaceAt(path)).DELETE());
    }

    /** Kibana wants the header {@code kbn-xsrf} with whatever changes something. */
    private HttpRequest.Builder request(URI uri) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri)
                        .timeout(answerTimeout)
                        .header("kbn-xsrf", "puma-sentinel")
                        .header("Accept", "application/json");
        connection
                .credentials()
                .authorization()
                .ifPresent(value -> request.header("Authorization", value));
        return request;
    }

    private KibanaAnswer send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpResponse<String> response =
                http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new KibanaAnswer(response.statusCode(), response.body());
    }
}
