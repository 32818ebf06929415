package io.pumasentinel.sigma;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.AuthOutcome;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.RequestScore;
import io.pumasentinel.event.ingest.DecodedTarget;
import io.pumasentinel.event.ingest.Subnets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request. */
final class AccessView extends PumaEventView {
    private static final double NANOS = 1e9;

    private final Access access;
    private @Nullable String decoded;
    private long decodedCharacters;
    private long normalisedCharacters;
    private @Nullable String normalised;
    private @Nullable String subnet;

    AccessView(PumaEvent event, Access access) {
        super(event);
        this.access = access;
    }

    @Override
    public LogSource source() {
        return LogSource.WEBSERVER;
    }

    @Override
    @Nullable String ownText(Field field) {
        return switch (field) {
            case SOURCE_IP -> access.clientAddress();
            case SOURCE_SUBNET -> subnet();
            case USER_NAME -> access.user();
            case METHOD -> access.method();
            case PATH -> access.path();
            case URI -> access.target();
            case DECODED -> decoded();
            case NORMALISED -> normalised();
            case USER_AGENT -> access.userAgent();
            case REFERRER -> access.detail() == null ? null : access.detail().referrer();
            case DOMAIN -> access.detail() == null ? null : access.detail().domain();
            case ENDPOINT -> access.endpoint();
            case AUTH_OUTCOME -> outcome(access.auth());
            case FORGED -> Boolean.toString(access.forged());
            case ANOMALY_METRIC -> event().score() == null ? null : event().score().metric();
            default -> null;
        };
    }

    @Override
    public long characters(Field field) {
        if (field == Field.NORMALISED) {
            if (normalisedCharacters == 0) {
                normalisedCharacters = Characters.of(normalised());
            }
            return normalisedCharacters;
        }
        if (field != Field.DECODED) {
            return Characters.ANY;
        }
        if (decodedCharacters == 0) {
            decodedCharacters = Characters.of(decoded());
        }
        return decodedCharacters;
    }

    @Override
    public double number(Field field) {
        RequestScore score = event().score();
        return switch (field) {
            case STATUS -> access.status();
            case BODY_BYTES -> access.responseBytes() < 0 ? Double.NaN : access.responseBytes();
            case DURATION ->
                    access.durationNanos() < 0 ? Double.NaN : access.durationNanos() / NANOS;
            default -> score == null ? Double.NaN : number(field, score);
        };
    }

    private static double number(Field field, RequestScore score) {
        return switch (field) {
            case ANOMALY_SCORE -> score.score();
            case ANOMALY_OBSERVED -> score.observed();
            case ANOMALY_EXPECTED -> score.expected();
            case ANOMALY_FACTOR -> AnomalyFields.factor(score.observed(), score.expected());
            default -> Double.NaN;
        };
    }

    @Override
    public String sample() {
        StringBuilder line = new StringBuilder(96);
        line.append(Sample.orDash(access.clientAddress()));
        line.append(" \"").append(access.method()).append(' ').append(access.path());
        if (access.query() != null) {
            line.append('?').append(access.query());
        }
        line.append("\" ").append(access.status());
        if (access.durationNanos() >= 0) {
            Sample.appendSeconds(line.append(' '), access.durationNanos());
            line.append('s');
        }
        return Sample.oneLine(line.toString());
    }

    @Override
    public List<String> addresses() {
        return access.clientAddress() == null ? List.of() : List.of(access.clientAddress());
    }

    private String decoded() {
        if (decoded == null) {
            decoded = DecodedTarget.of(access);
        }
        return decoded;
    }

    private String normalised() {
        if (normalised == null) {
            normalised = DecodedTarget.normalised(access, decoded());
        }
        return normalised;
    }

    private @Nullable String subnet() {
        if (subnet == null && access.clientAddress() != null) {
            subnet = Subnets.of(access.clientAddress());
        }
        return subnet;
    }

    private static @Nullable String outcome(AuthOutcome outcome) {
        return switch (outcome) {
            case NONE -> null;
            case ATTEMPT -> "attempt";
            case FAILURE -> "failure";
            case SUCCESS -> "success";
        };
    }
}
