package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private static final ClientAddress CLIENTS =
            new ClientAddress(TrustedNetworks.of(IngestSettings.defaults().trustedProxies()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "203.0.113.7|203.0.113.7",
                "1.1.1.1, 203.0.113.7, 10.0.0.2|203.0.113.7",
                "10.0.0.1, 192.168.1.1, 127.0.0.1|10.0.0.1",
                "unknown, 203.0.113.7|203.0.113.7",
                "203.0.113.7, , 10.0.0.2,|203.0.113.7",
                "203.0.113.7, unix:|203.0.113.7",
                "unix:|null",
                "[203.0.113.7]:4711|203.0.113.7",
                "[fe80::1%25eth0]:80, 10.0.0.2|fe80::1",
                "[::ffff:203.0.113.7]:80|203.0.113.7",
                "::FFFF:CB00:7107|203.0.113.7",
                "  \t203.0.113.7\t , 10.0.0.2|203.0.113.7",
                "203.0.113.7:4711|203.0.113.7",
                "[2001:DB8:0:0::1]:443|2001:db8::1",
                "2001:db8:0:0:1:0:0:1|2001:db8::1:0:0:1",
                "fe80::1%eth0, 2001:db8::9|2001:db8::9",
                "fe80::1%eth0|fe80::1",
                "::ffff:203.0.113.7|203.0.113.7",
                "::ffff:10.0.0.1, 203.0.113.8|203.0.113.8",
                "\"[2001:db8::1]:80\"|2001:db8::1",
                "fd12:3456::1, 10.0.0.1|fd12:3456::1",
                "::1|::1",
                "::|::",
                ",,|null",
                "1.2.3|null",
                "1.2.3.4.5|null",
                "01.2.3.4|null",
                "256.1.1.1|null",
                "1:2:3:4:5:6:7|null",
                "1:2:3:4:5:6:7:8:9|null",
                "1::2::3|null",
                ":1:2:3:4:5:6:7|null",
                "12345::1|null",
                "[::1|null",
                "-|null",
            })
    void walksFromTheRightOverTrustedProxies(String list, String expected) {
        assertThat(CLIENTS.of(list)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ", ,",
                "-",
                "unknown",
                "_hidden, 10.0.0.3",
                "unknown, 10.0.0.3, 10.0.0.2",
                "203.0.113.7, unknown",
                "203.0.113.7, unknown, 10.0.0.2",
                "203.0.113.7, _x9, 10.0.0.2",
                "203.0.113.7\t10.0.0.2",
                "203.0.113.7, [::1, 10.0.0.2",
                "203.0.113.7, 10.0.0.256",
                "203.0.113.7, 010.0.0.1",
                "203.0.113.7 10.0.0.2",
                "x - - [21/Nov/2026:19:34:53 +0000] \"GET / HTTP/1.1\" 200 1 0.1 10.0.0.2",
            })
    void blamesNobodyWhereTheNearestWordIsNoAddress(String list) {
        assertThat(CLIENTS.of(list)).isNull();
    }

    @Test
    void neverBlamesAProxyThatIsTrustedByItself() {
        TrustedNetworks networks =
                TrustedNetworks.of(List.of("10.0.0.2", "2001:db8::2/128", "10.1.0.0/16", "::1"));
        ClientAddress clients = new ClientAddress(networks);

        assertThat(clients.of("10.0.0.2")).isNull();
        assertThat(clients.of("10.0.0.2, 10.0.0.2")).isNull();
        assertThat(clients.of("2001:db8::2, 10.1.0.9")).isNull();
        assertThat(clients.of("::ffff:10.0.0.2")).isNull();
        assertThat(clients.of("unknown, 10.0.0.2")).isNull();
        assertThat(clients.of("10.1.0.9, 10.0.0.2")).isEqualTo("10.1.0.9");
        assertThat(clients.of("10.0.0.3, 10.0.0.2")).isEqualTo("10.0.0.3");
        assertThat(clients.of("::1")).isEqualTo("::1");
    }

    /** Random chains: whoever is named is either untrusted or the leftmost of one's own network. */
    @Test
    void namesAnUntrustedHopOrNoneForAnyChain() {
        TrustedNetworks networks = TrustedNetworks.of(List.of("10.0.0.2", "10.0.0.3"));
        ClientAddress clients = new ClientAddress(networks);
        String[] hops = {
            "10.0.0.2",
            "10.0.0.3",
            "::ffff:10.0.0.2",
            "10.0.0.3:80",
            "unknown",
            "_a",
            "",
            "unix:",
            "203.0.113.1",
            "[2001:db8::1]:9",
            "junk",
            "\"10.0.0.2\"",
            "10.0.0.2%eth0"
        };
        Random random = new Random(20261121);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder list = new StringBuilder();
            for (int i = random.nextInt(6); i >= 0; i--) {
                list.append(hops[random.nextInt(hops.length)]).append(i == 0 ? "" : ", ");
            }
            assertThat(clients.of(list.toString()))
                    .as("seed 20261121, round %d: %s", round, list)
                    .isIn(null, "203.0.113.1", "2001:db8::1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.2, ", "unknown, ", ", ", "a", "[", ":", "[::1", "1:", " - "})
    void readsALongListInProportionToItsLength(String unit) {
        String list = unit.repeat(200_000 / unit.length());
        long start = CPU.getCurrentThreadCpuTime();

        assertThat(CLIENTS.of(list)).isIn(null, "10.0.0.2");

        // Some milliseconds; quadratic work, 4e10 steps, would take ten times as long and more.
        assertThat(CPU.getCurrentThreadCpuTime() - start).as(unit).isLessThan(1_000_000_000L);
    }

    @Test
    void trustsNobodyWhenToldSo() {
        ClientAddress strict = new ClientAddress(TrustedNetworks.of(List.of()));

        assertThat(strict.of("203.0.113.7, 10.0.0.2")).isEqualTo("10.0.0.2");
    }

    @Test
    void comparesPartialBytesOfANetwork() {
        TrustedNetworks networks = TrustedNetworks.of(List.of("172.16.0.0/12", "2001:db8::/33"));
        ClientAddress clients = new ClientAddress(networks);

        assertThat(clients.of("1.1.1.1, 172.31.255.255")).isEqualTo("1.1.1.1");
        assertThat(clients.of("1.1.1.1, 172.32.0.0")).isEqualTo("172.32.0.0");
        assertThat(clients.of("1.1.1.1, 2001:db8:7fff::1")).isEqualTo("1.1.1.1");
        assertThat(clients.of("1.1.1.1, 2001:db8:8000::1")).isEqualTo("2001:db8:8000::1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0/8", "::/129", "10.0.0.0/", "x", "10.0.0.0/a"})
    void refusesWhatIsNoNetwork(String cidr) {
        assertThatThrownBy(() -> TrustedNetworks.of(List.of(cidr))).hasMessageContaining(cidr);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7,203.0.113.0/24",
        "2001:db8:1:2:3:4:5:6,2001:db8:1:2::/64",
        "::1,::/64",
        "nobody,nobody"
    })
    void namesTheNetworkAroundAnAddress(String address, String subnet) {
        assertThat(Subnets.of(address)).isEqualTo(subnet);
    }
}
