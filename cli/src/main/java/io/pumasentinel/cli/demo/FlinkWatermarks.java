package io.pumasentinel.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks Flink's REST interface how far a job's event time has come. */
final class FlinkWatermarks {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String job;

    /**
     * @param restUrl Flink's address, without a slash at the end
     * @param jobId the job
     */
    FlinkWatermarks(String restUrl, String jobId) {
        this.job = restUrl + "/jobs/" + jobId;
    }

    /**
     * The lowest watermark that any operator behind the source has received.
     *
     * @return {@link Long#MIN_VALUE} while one of them has received none
     */
    long lowestMillis() throws IOException, InterruptedException {
        long lowest = Long.MAX_VALUE;
        for (JsonNode vertex : get(job).path("vertices")) {
            JsonNode marks = get(job + "/vertices/" + vertex.path("id").asText() + "/watermarks");
            boolean isSource = vertex.path("name").asText().startsWith("Source");
            if (marks.isEmpty() && !isSource) {
                return Long.MIN_VALUE;
            }
            for (JsonNode mark : marks) {
                lowest = Math.min(lowest, mark.path("value").asLong(Long.MIN_VALUE));
            }
        }
        return lowest;
    }

    private JsonNode get(String url) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(10)).build();
        HttpResponse<byte[]> response =
                client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException("Flink answered " + response.statusCode() + " to " + url);
        }
        return JSON.readTree(response.body());
    }
}
