package io.pumasentinel.sigma;

import io.pumasentinel.event.ErrorReport;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.ingest.Subnets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entry of the error output. */
final class ErrorView extends PumaEventView {
    private final ErrorReport error;

    ErrorView(PumaEvent event, ErrorReport error) {
        super(event);
        this.error = error;
    }

    @Override
    public LogSource source() {
        return LogSource.ERROR;
    }

    @Override
    @Nullable String ownText(Field field) {
        return switch (field) {
            case SOURCE_IP -> error.clientAddress();
            case SOURCE_SUBNET ->
                    error.clientAddress() == null ? null : Subnets.of(error.clientAddress());
            case METHOD -> error.method();
            case PATH -> error.path();
            case ENDPOINT -> error.endpoint();
            case ERROR_ACTION -> error.action();
            case ERROR_TYPE -> error.type();
            case ERROR_MESSAGE -> error.message();
            default -> null;
        };
    }

    @Override
    public double number(Field field) {
        return Double.NaN;
    }

    @Override
    public String sample() {
        String request =
                error.path() == null
                        ? ""
                        : " \"" + Sample.orDash(error.method()) + " " + error.path() + "\"";
        String type = error.type() == null ? "" : " " + error.type();
        return Sample.oneLine(
                Sample.orDash(error.clientAddress())
                        + request
                        + " "
                        + error.action()
                        + type
                        + ": "
                        + error.message());
    }

    @Override
    public List<String> addresses() {
        return error.clientAddress() == null ? List.of() : List.of(error.clientAddress());
    }
}
