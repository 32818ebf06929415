package io.pumasentinel.job.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.job.JobConfiguration;
import java.util.Objects;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class WatchStateTest {

    @Test
    void ofTwentyHostsWithEightWorkersMeasuresTenKilobytes() throws Exception {
        assertThat(bytes(watch(20, 8))).isBetween(8_000, 20_000);
    }

    @Test
    void isBoundedWhateverComes() throws Exception {
        ServiceWatch watch = watch(5_000, 16);
        assertThat(watch.hosts).hasSize(ServiceWatch.MOST_HOSTS);
        assertThat(watch.hosts.stream().mapToInt(host -> host.workers.size()).sum())
                .isEqualTo(ServiceWatch.MOST_WORKERS);
        assertThat(bytes(watch)).isLessThan(150_000);
    }

    @Test
    void survivesARoundTrip() throws Exception {
        ServiceWatch watch = watch(3, 2);
        watch.take(pulse(Signs.request("web-1", 70_000)));
        TypeSerializer<ServiceWatch> serializer = serializer();
        DataOutputSerializer out = new DataOutputSerializer(1_000);
        serializer.serialize(watch, out);
        ServiceWatch read =
                serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
        assertThat(read).usingRecursiveComparison().isEqualTo(watch);
    }

    private static ServiceWatch watch(int hosts, int workers) {
        ServiceWatch watch = new ServiceWatch();
        for (int host = 0; host < hosts; host++) {
            for (int worker = 0; worker < workers; worker++) {
                int[] of = {worker, 1_000 + worker, 0, workers};
                watch.take(pulse(Signs.sample("web-%05d".formatted(host), 1_000, of, 5)));
            }
        }
        watch.close(10_000, notice -> {});
        assertThat(watch.open).isEmpty();
        return watch;
    }

    private static int bytes(ServiceWatch watch) throws Exception {
        DataOutputSerializer out = new DataOutputSerializer(1_000);
        serializer().serialize(watch, out);
        return out.length();
    }

    private static TypeSerializer<ServiceWatch> serializer() {
        return TypeInformation.of(ServiceWatch.class)
                .createSerializer(new SerializerConfigImpl(JobConfiguration.pipeline()));
    }

    private static Pulse pulse(PumaEvent event) {
        return Objects.requireNonNull(Pulse.of(event));
    }
}
