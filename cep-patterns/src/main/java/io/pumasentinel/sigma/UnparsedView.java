package io.pumasentinel.sigma;

import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.Unparsed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line that nobody understood. */
final class UnparsedView extends PumaEventView {
    private final Unparsed unparsed;

    UnparsedView(PumaEvent event, Unparsed unparsed) {
        super(event);
        this.unparsed = unparsed;
    }

    @Override
    public LogSource source() {
        return LogSource.UNPARSED;
    }

    @Override
    @Nullable String ownText(Field field) {
        return switch (field) {
            case UNPARSED_REASON -> unparsed.reason();
            case UNPARSED_LINE -> unparsed.line();
            default -> null;
        };
    }

    @Override
    public double number(Field field) {
        return Double.NaN;
    }

    @Override
    public String sample() {
        return Sample.oneLine(host() + " " + unparsed.reason() + ": " + unparsed.line());
    }

    @Override
    public List<String> addresses() {
        return List.of();
    }
}
