package io.pumasentinel.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pumasentinel.cli.local.KafkaBroker;
import io.pumasentinel.elasticsearch.ElasticsearchSearch;
import io.pumasentinel.elasticsearch.IndexReadiness;
import io.pumasentinel.elasticsearch.node.ElasticsearchProcess;
import io.pumasentinel.job.LiveJob;
import io.pumasentinel.job.config.ConfigReader;
import io.pumasentinel.job.config.SentinelConfig;
import io.pumasentinel.job.sink.Connections;
import io.pumasentinel.job.sink.LiveSinks;
import io.pumasentinel.sigma.RuleLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person decides about an alert of the running job, seen in the index. */
class AckIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
    private static final DateTimeFormatter CLF =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final ObjectMapper JSON = new ObjectMapper();

    private Path folder;
    private Path file;
    private ElasticsearchSearch search;

    @SuppressWarnings("NullAway.Init") // The test sets them first.
    AckIT() {}

    @Test
    void acknowledgesMutesAndCloses(@TempDir Path empty) throws Exception {
        folder = empty;
        try (KafkaBroker broker = KafkaBroker.start(folder.resolve("kafka"), 0);
                ElasticsearchProcess node = ElasticsearchProcess.start(folder.resolve("node"), 0)) {
            String servers = broker.bootstrapServers();
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
                admin.createTopics(
                                List.of(
                                        new NewTopic("lines", 1, (short) 1),
                                        new NewTopic("decisions", 1, (short) 1)))
                        .all()
                        .get(1, TimeUnit.MINUTES);
            }
            file = config(servers, node.url().toString(), "control-topic: decisions");
            SentinelConfig config = ConfigReader.readLive(file);
            IndexReadiness.ensure(Connections.of(config.elasticsearch()), PATIENCE);
            JobClient job = start(config);
            try (ElasticsearchSearch opened =
                    new ElasticsearchSearch(Connections.of(config.elasticsearch()))) {
                search = opened;
                sendFailures(servers);
                decide();
                refuses(servers, node.url().toString());
            } finally {
                job.cancel().get(1, TimeUnit.MINUTES);
            }
        }
    }

    private void decide() throws Exception {
        String id = awaitAlert("ongoing").path("id").asText();
        CommandRun acknowledged = ack(id.substring(0, 8), "--by", "ada");
        assertThat(acknowledged.out())
                .isEqualTo(
                        id
                                + ": acknowledged (ongoing), Brute force against sign-in,"
                                + " 203.0.113.9\n");
        JsonNode taken = awaitAlert("acknowledged");
        assertThat(taken.at("/handling/by").asText()).isEqualTo("ada");
        assertThat(taken.path("version").asLong()).isEqualTo(3);

        assertThat(ack(id, "--mute", "2h").out()).contains(id + ": muted until 20");
        assertThat(awaitAlert("muted").at("/handling/muted_until").asText()).isNotEmpty();

        assertThat(ack(id, "--close").out()).contains(id + ": closed (muted)");
        assertThat(awaitAlert("closed").path("version").asLong()).isEqualTo(5);
    }

    private void refuses(String servers, String url) throws IOException {
        CommandRun unknown = CommandRun.of("ack", "ffffffffff", "--config", file.toString());
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err()).contains("no alert's id begins so (got 'ffffffffff')");

        CommandRun both =
                CommandRun.of("ack", "a", "--mute", "1h", "--close", "--config", file.toString());
        assertThat(both.exitCode()).isEqualTo(2);

        Path without = config(servers, url, "group-id: other");
        CommandRun noTopic = CommandRun.of("ack", "a", "--config", without.toString());
        assertThat(noTopic.exitCode()).isEqualTo(PumaSentinel.BAD_CONFIGURATION);
        assertThat(noTopic.err()).contains("kafka.control-topic: missing (got nothing)");
    }

    private CommandRun ack(String... arguments) {
        List<String> call = new ArrayList<>(List.of("ack", "--config", file.toString()));
        call.addAll(List.of(arguments));
        CommandRun run = CommandRun.of(call);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    private JsonNode awaitAlert(String status) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode alert = alert();
        while (!alert.path("status").asText().equals(status)) {
            assertThat(System.nanoTime()).as("%s instead of %s", alert, status).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(200);
            alert = alert();
        }
        return alert;
    }

    private JsonNode alert() throws IOException {
        search.refresh("alerts-puma-*");
        return JSON.readTree(search.search("alerts-puma-*", "{\"size\":1}"))
                .at("/hits/hits/0/_source/sentinel/alert");
    }

    private static JobClient start(SentinelConfig config) throws Exception {
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(1, LiveJob.configuration(config));
        LiveJob.define(environment, config, RuleLoader.shipped(), 1, new LiveSinks(config));
        return environment.executeAsync("ack");
    }

    /** Refused sign-ins of one address, then a request of another that moves the time on. */
    private static void sendFailures(String servers) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", servers),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            for (int second = 0; second < 20; second++) {
                send(producer, second, "203.0.113.9", "POST /login HTTP/1.1\" 401");
            }
            send(producer, 40, "198.51.100.7", "GET / HTTP/1.1\" 200");
        }
    }

    private static void send(
            KafkaProducer<byte[], byte[]> producer, int second, String address, String request)
            throws Exception {
        Instant time = START.plusSeconds(second);
        String line = address + " - - [" + CLF.format(time) + "] \"" + request + " - 0.0100";
        producer.send(
                        new ProducerRecord<>(
                                "lines", 0, time.toEpochMilli(), null, line.getBytes(UTF_8)))
                .get(1, TimeUnit.MINUTES);
    }

    private Path config(String servers, String url, String more) throws IOException {
        return Files.writeString(
                folder.resolve(more.substring(0, 5) + ".yaml"),
                """
                service: {name: shop, host: web-1}
                kafka:
                  bootstrap-servers: ["%s"]
                  start-from: earliest
                  sources: [{topic: lines}]
                  %s
                elasticsearch: {urls: ["%s"]}
                """
                        .formatted(servers, more, url));
    }
}
