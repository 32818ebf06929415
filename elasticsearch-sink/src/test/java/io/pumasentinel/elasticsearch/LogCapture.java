package io.pumasentinel.elasticsearch;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/**
 * All that is logged while it is open, from DEBUG up; Apache's HTTP client from INFO up, because
 * its debugging prints whole requests by design (docs/security.md says so).
 */
final class LogCapture extends AbstractAppender implements AutoCloseable {

    private static final String HTTP = "org.apache.http";

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
    private final Level before;

    private LogCapture() {
        super("capture", null, null, true, Property.EMPTY_ARRAY);
        Configuration configuration = context.getConfiguration();
        before = configuration.getRootLogger().getLevel();
    }

    static LogCapture open() {
        LogCapture capture = new LogCapture();
        capture.start();
        Configuration configuration = capture.context.getConfiguration();
        configuration.getAppenders().values().forEach(LogCapture::leaveErrorsOnly);
        configuration.getRootLogger().addAppender(capture, Level.DEBUG, null);
        configuration.getRootLogger().setLevel(Level.DEBUG);
        configuration.addLogger(HTTP, new LoggerConfig(HTTP, Level.INFO, true));
        capture.context.updateLoggers();
        return capture;
    }

    private static void leaveErrorsOnly(org.apache.logging.log4j.core.Appender appender) {
        if (appender instanceof AbstractAppender filtered) {
            filtered.addFilter(
                    org.apache.logging.log4j.core.filter.ThresholdFilter.createFilter(
                            Level.ERROR, null, null));
        }
    }

    @Override
    public void append(LogEvent event) {
        lines.add(event.getLoggerName() + " " + event.getMessage().getFormattedMessage());
        if (event.getThrown() != null) {
            StringWriter trace = new StringWriter();
            event.getThrown().printStackTrace(new PrintWriter(trace));
            lines.add(trace.toString());
        }
    }

    /** Everything so far. */
    String text() {
        return String.join("\n", lines);
    }

    @Override
    public void close() {
        Configuration configuration = context.getConfiguration();
        configuration.getRootLogger().removeAppender(getName());
        configuration.getRootLogger().setLevel(before);
        configuration.removeLogger(HTTP);
        context.updateLoggers();
        stop();
    }
}
