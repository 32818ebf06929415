package io.pumasentinel.job.cluster;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.filter.ThresholdFilter;

/** What is logged while it is open: our own classes' lines from DEBUG up, all others' from INFO. */
final class JobLog extends AbstractAppender implements AutoCloseable {
    private static final String OURS = "io.pumasentinel";

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
    private final Level before = context.getConfiguration().getRootLogger().getLevel();

    private JobLog() {
        super("job-log", null, null, true, Property.EMPTY_ARRAY);
    }

    static JobLog open() {
        JobLog log = new JobLog();
        log.start();
        Configuration configuration = log.context.getConfiguration();
        // The console keeps to what it showed before.
        configuration.getAppenders().values().forEach(JobLog::leaveErrorsOnly);
        configuration.getRootLogger().addAppender(log, Level.DEBUG, null);
        configuration.getRootLogger().setLevel(Level.INFO);
        configuration.addLogger(OURS, new LoggerConfig(OURS, Level.DEBUG, true));
        log.context.updateLoggers();
        return log;
    }

    private static void leaveErrorsOnly(Appender appender) {
        if (appender instanceof AbstractAppender filtered) {
            filtered.addFilter(ThresholdFilter.createFilter(Level.ERROR, null, null));
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

    String text() {
        return String.join("\n", lines);
    }

    @Override
    public void close() {
        Configuration configuration = context.getConfiguration();
        configuration.getRootLogger().removeAppender(getName());
        configuration.getRootLogger().setLevel(before);
        configuration.removeLogger(OURS);
        context.updateLoggers();
        stop();
    }
}
