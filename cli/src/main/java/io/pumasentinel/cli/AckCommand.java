package io.pumasentinel.cli;

import io.pumasentinel.elasticsearch.ElasticsearchSearch;
import io.pumasentinel.job.config.DurationText;
import io.pumasentinel.job.config.KafkaConfig;
import io.pumasentinel.job.config.SentinelConfig;
import io.pumasentinel.job.decision.Action;
import io.pumasentinel.job.decision.Decision;
import io.pumasentinel.job.decision.DecisionText;
import io.pumasentinel.job.sink.Connections;
import io.pumasentinel.job.sink.IndexNames;
import io.pumasentinel.job.sink.StoredAlert;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ack}: tells the running job what a person decided about an alert. */
@Command(
        name = "ack",
        mixinStandardHelpOptions = true,
        description = {
            "Acknowledges, mutes or closes an alert: a message on the control topic, which the"
                    + " running job takes up at once.",
            "Acknowledged lasts until the incident gets a new part; closed until it gets worse;"
                    + " muted, for this and later alerts of the same entity, until its time."
        })
final class AckCommand implements Callable<Integer> {
    private static final int PATIENCE_SECONDS = 30;

    private final Clock clock = Clock.systemUTC();

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "ALERT", description = "The alert's id, or how it begins.")
    private String alert;

    @Option(
            names = "--mute",
            paramLabel = "TIME",
            description = "Mute the entity for so long, such as 2h or 30m.")
    private @Nullable String mute;

    @Option(names = "--close", description = "Close the alert.")
    private boolean close;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who decided; by default the user of this process.")
    private String by;

    @Option(names = "--config", paramLabel = "F", required = true, description = "Configuration.")
    private Path config;

    @SuppressWarnings("NullAway.Init") // picocli injects
    AckCommand() {}

    @Override
    public Integer call() throws Exception {
        Duration muted = muted();
        SentinelConfig settings = Configured.live(config);
        String topic = settings.kafka().controlTopic();
        if (topic == null) {
            throw Refusal.configuration(
                    config
                            + ": kafka.control-topic: missing (got nothing); name the topic from"
                            + " which the job reads decisions");
        }
        StoredAlert found = found(settings);
        Instant now = clock.instant();
        Decision decision =
                new Decision(
                        found.id(),
                        found.service(),
                        found.entity(),
                        action(),
                        now.toEpochMilli(),
                        now.plus(muted).toEpochMilli(),
                        by);
        send(settings.kafka(), topic, decision);
        spec.commandLine()
                .getOut()
                .println(
                        "%s: %s (%s), %s, %s"
                                .formatted(
                                        found.id(),
                                        done(now.plus(muted)),
                                        found.status(),
                                        found.ruleName(),
                                        found.entity().value()));
        return 0;
    }

    private Duration muted() {
        if (mute == null) {
            return Duration.ZERO;
        }
        if (close) {
            throw new ParameterException(
                    spec.commandLine(), "--mute and --close exclude each other.");
        }
        return DurationText.read(mute)
                .filter(duration -> duration.toMillis() > 0)
                .orElseThrow(
                        () ->
                                new ParameterException(
                                        spec.commandLine(),
                                        "--mute: not a duration (got '"
                                                + mute
                                                + "'); a whole number and d, h, m or s"));
    }

    private Action action() {
        if (close) {
            return Action.CLOSE;
        }
        return mute == null ? Action.ACKNOWLEDGE : Action.MUTE;
    }

    private String done(Instant until) {
        return switch (action()) {
            case ACKNOWLEDGE -> "acknowledged";
            case CLOSE -> "closed";
            case MUTE -> "muted until " + until.truncatedTo(ChronoUnit.SECONDS);
        };
    }

    private StoredAlert found(SentinelConfig settings) throws IOException, Refusal {
        String indices = new IndexNames(settings.elasticsearch().namespace()).alerts();
        List<StoredAlert> found;
        try (ElasticsearchSearch search =
                new ElasticsearchSearch(Connections.of(settings.elasticsearch()))) {
            found = StoredAlert.of(search.search(indices, StoredAlert.whoseIdBeginsWith(alert)));
        }
        if (found.isEmpty()) {
            throw Refusal.failed("no alert's id begins so (got '" + alert + "'); see " + indices);
        }
        if (found.size() > 1) {
            throw Refusal.usage(
                    "several alerts' ids begin so (got '%s'); one of:%n%s"
                            .formatted(
                                    alert,
                                    found.stream()
                                            .map(
                                                    each ->
                                                            "  %s  %s, %s"
                                                                    .formatted(
                                                                            each.id(),
                                                                            each.ruleName(),
                                                                            each.entity().value()))
                                            .collect(Collectors.joining("\n"))));
        }
        return found.get(0);
    }

    private static void send(KafkaConfig kafka, String topic, Decision decision)
            throws InterruptedException, Refusal {
        Map<String, Object> properties = new HashMap<>(kafka.clientProperties());
        properties.put(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                String.join(",", kafka.bootstrapServers()));
        properties.put(
                ProducerConfig.MAX_BLOCK_MS_CONFIG, TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(
                            new ProducerRecord<>(
                                    topic,
                                    decision.alertId().getBytes(StandardCharsets.UTF_8),
                                    DecisionText.of(decision).getBytes(StandardCharsets.UTF_8)))
                    .get();
        } catch (ExecutionException e) {
            throw Refusal.failed("the decision was not sent: " + RootCause.of(e));
        }
    }
}
