package io.pumasentinel.job.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.AddressCount;
import java.util.stream.IntStream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class TopAddressesGrowthTest {
    @Test
    void countsExactlyWhileTheSlotsLast() {
        TopAddresses addresses = new TopAddresses();
        for (int i = 0; i < TopAddresses.SLOTS; i++) {
            add(addresses, "192.0.2." + i, i + 1);
        }
        assertThat(addresses.top())
                .hasSize(TopAddresses.SHOWN)
                .startsWith(new AddressCount("192.0.2.19", 20), new AddressCount("192.0.2.18", 19));
    }

    @Test
    void keepsWhoSendsMuchAmongManyWhoSendLittle() {
        TopAddresses addresses = new TopAddresses();
        for (int i = 0; i < 1000; i++) {
            addresses.add("198.51.100." + i);
            if (i % 5 == 0) {
                addresses.add("192.0.2.1");
            }
        }
        assertThat(addresses.top())
                .first()
                .extracting(AddressCount::address)
                .isEqualTo("192.0.2.1");
    }

    @Test
    void ignoresAnUnknownAddress() {
        TopAddresses addresses = new TopAddresses();
        addresses.add(null);
        assertThat(addresses.top()).isEmpty();
    }

    @Test
    void survivesARoundTripThroughState() throws Exception {
        TopAddresses addresses = new TopAddresses();
        add(addresses, "192.0.2.1", 2);
        add(addresses, "192.0.2.2", 1);
        TypeSerializer<TopAddresses> serializer =
                TypeInformation.of(TopAddresses.class).createSerializer(new SerializerConfigImpl());
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer.serialize(addresses, out);
        TopAddresses restored =
                serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
        restored.add("192.0.2.3");
        assertThat(restored.top())
                .containsExactly(
                        new AddressCount("192.0.2.1", 2),
                        new AddressCount("192.0.2.2", 1),
                        new AddressCount("192.0.2.3", 1));
    }

    private static void add(TopAddresses addresses, String address, int times) {
        IntStream.range(0, times).forEach(i -> addresses.add(address));
    }
}
