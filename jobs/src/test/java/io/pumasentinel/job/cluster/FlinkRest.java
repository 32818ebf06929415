package io.pumasentinel.job.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Asks the JobManager how its jobs are. */
final class FlinkRest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;

    FlinkRest(String url) {
        this.url = url;
    }

    boolean answers() throws IOException, InterruptedException {
        try {
            return !get("/overview").isEmpty();
        } catch (ConnectException e) {
            return false;
        }
    }

    /**
     * The ids of the TaskManagers that are registered, dead ones included until they are missed.
     */
    Set<String> taskManagers() throws IOException, InterruptedException {
        Set<String> ids = new HashSet<>();
        for (JsonNode taskManager : get("/taskmanagers").path("taskmanagers")) {
            ids.add(taskManager.path("id").asText());
        }
        return ids;
    }

    /** Whether every task of the job runs. */
    boolean runs(String jobId) throws IOException, InterruptedException {
        JsonNode job = get("/jobs/" + jobId);
        boolean all = "RUNNING".equals(state(job));
        for (JsonNode vertex : job.path("vertices")) {
            all &=
                    vertex.path("tasks").path("RUNNING").asInt()
                            == vertex.path("parallelism").asInt();
        }
        return all;
    }

    /** In which state the job is and what its last failure was. */
    String describe(String jobId) throws IOException, InterruptedException {
        JsonNode failures = get("/jobs/" + jobId + "/exceptions").path("exceptionHistory");
        return "the job is "
                + state(get("/jobs/" + jobId))
                + "; "
                + failures.path("entries").path(0).path("stacktrace").asText("no failure");
    }

    /** How often the job has been restarted. */
    int restarts(String jobId) throws IOException, InterruptedException {
        JsonNode metrics = get("/jobs/" + jobId + "/metrics?get=numRestarts");
        return metrics.path(0).path("value").asInt();
    }

    int completedCheckpoints(String jobId) throws IOException, InterruptedException {
        return get("/jobs/" + jobId + "/checkpoints").path("counts").path("completed").asInt();
    }

    /**
     * The lowest watermark that any operator behind the source has received.
     *
     * @return {@link Long#MIN_VALUE} while one of them has received none
     */
    long lowestWatermarkMillis(String jobId) throws IOException, InterruptedException {
        String job = "/jobs/" + jobId;
        long lowest = Long.MAX_VALUE;
        for (JsonNode vertex : get(job).path("vertices")) {
            boolean isSource = vertex.path("name").asText().startsWith("Source");
            JsonNode marks = get(job + "/vertices/" + vertex.path("id").asText() + "/watermarks");
            if (!isSource && marks.size() < vertex.path("parallelism").asInt()) {
                return Long.MIN_VALUE;
            }
            for (JsonNode mark : marks) {
                lowest = Math.min(lowest, mark.path("value").asLong(Long.MIN_VALUE));
            }
        }
        return lowest;
    }

    private static String state(JsonNode job) {
        return job.path("state").asText();
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + path))
                        .timeout(Duration.ofSeconds(20))
                        .build();
        HttpResponse<byte[]> response =
                client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        // While it starts, and while a job recovers, it answers 404 or 503.
        return response.statusCode() == 200
                ? JSON.readTree(response.body())
                : JSON.createObjectNode();
    }
}
