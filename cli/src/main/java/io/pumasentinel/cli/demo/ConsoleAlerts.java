package io.pumasentinel.cli.demo;

import io.pumasentinel.event.Alert;
import io.pumasentinel.job.ForwardedSinks;
import io.pumasentinel.job.JobSinks;
import java.io.IOException;
import java.util.Locale;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Prints alerts as they are raised or get worse, beside what other sinks do with them. */
final class ConsoleAlerts extends ForwardedSinks {
    ConsoleAlerts(JobSinks others) {
        super(others);
    }

    @Override
    public void alerts(DataStream<Alert> alerts) {
        super.alerts(alerts);
        alerts.sinkTo(new Console()).name("console").uid("sink-console").setParallelism(1);
    }

    private static final class Console implements Sink<Alert> {
        private static final long serialVersionUID = 1L;

        @Override
        public SinkWriter<Alert> createWriter(WriterInitContext context) {
            return new ConsoleWriter();
        }
    }

    private static final class ConsoleWriter implements SinkWriter<Alert> {
        @Override
        public void write(Alert alert, Context context) {
            if (alert.transition()) {
                System.out.printf(
                        Locale.ROOT,
                        "\r%-8s %-8s %s%n",
                        alert.status().name().toLowerCase(Locale.ROOT),
                        alert.level().name().toLowerCase(Locale.ROOT),
                        alert.explanation());
            }
        }

        @Override
        public void flush(boolean endOfInput) {
            System.out.flush();
        }

        @Override
        public void close() throws IOException {
            System.out.flush();
        }
    }
}
