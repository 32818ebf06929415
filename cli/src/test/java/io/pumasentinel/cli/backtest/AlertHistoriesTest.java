package io.pumasentinel.cli.backtest;

import static io.pumasentinel.cli.backtest.Stories.at;
import static io.pumasentinel.cli.backtest.Stories.millis;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pumasentinel.event.Entity;
import io.pumasentinel.event.EntityType;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertHistoriesTest {
    private static final long BOUND_MILLIS = 5_000;

    private final AlertHistories histories = new AlertHistories(BOUND_MILLIS, millis(500));

    @Test
    void tellsAVersionWithTheSecondThatMovedTheWatermark() {
        histories.add(version("a", part("brute-force", 100, 103)), millis(109) - 5_001);
        AlertHistory alert = only();
        assertThat(alert.entity()).isEqualTo(new Entity(EntityType.ADDRESS, "198.18.0.1"));
        assertThat(alert.parts())
                .containsExactly(
                        new ToldPart(
                                "brute-force",
                                millis(100),
                                List.of(new Hold(millis(103), millis(109)))));
    }

    @Test
    void tellsWhatTheEndOfTheInputBringsWithItsLastEvent() {
        histories.add(version("a", part("brute-force", 100, 103)), Long.MAX_VALUE);
        assertThat(only().begin()).isEqualTo(new Hold(millis(103), millis(500)));
    }

    @Test
    void keepsTheFirstMomentOfEveryPartAndThoseThatWereToldLater() {
        histories.add(version("a", part("one", 100, 103)), millis(103));
        histories.add(version("a", part("one", 100, 103), part("two", 99, 110)), millis(110));
        histories.add(version("a", part("one", 100, 120), part("two", 98, 110)), millis(120));
        assertThat(only().parts())
                .extracting(ToldPart::rule, p -> p.holds().size(), ToldPart::firstMillis)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("one", 2, millis(100)),
                        org.assertj.core.groups.Tuple.tuple("two", 1, millis(99)));
    }

    @Test
    void ordersAlertsByTheirBeginning() {
        histories.add(version("late", part("one", 100, 200)), millis(200));
        histories.add(version("early", part("one", 100, 101)), millis(210));
        assertThat(histories.all()).extracting(AlertHistory::id).containsExactly("early", "late");
    }

    private AlertHistory only() {
        assertThat(histories.all()).hasSize(1);
        return histories.all().get(0);
    }

    private static ObjectNode version(String id, ObjectNode... parts) {
        ObjectNode document = new ObjectMapper().createObjectNode();
        document.putObject("rule").put("id", parts[parts.length - 1].path("rule_id").asText());
        ObjectNode about = document.putObject("sentinel").putObject("alert");
        about.put("id", id).put("level", "high");
        about.putObject("entity").put("type", "address").put("value", "198.18.0.1");
        about.putArray("parts").addAll(List.of(parts));
        return document;
    }

    private static ObjectNode part(String rule, long first, long last) {
        return new ObjectMapper()
                .createObjectNode()
                .put("rule_id", rule)
                .put("first", at(first).toString())
                .put("last", at(last).toString());
    }
}
