package io.pumasentinel.cep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pumasentinel.event.Entity;
import io.pumasentinel.event.EntityType;
import io.pumasentinel.event.SignalSum;
import io.pumasentinel.sigma.Field;
import io.pumasentinel.sigma.Use;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SignalSummerTest {
    private static final Use BY_ADDRESS = new Use(List.of(Field.SOURCE_IP), List.of());
    private static final Use USERS_BY_ADDRESS =
            new Use(List.of(Field.SOURCE_IP), List.of(Field.USER_NAME));
    private static final Use DURATION_BY_ADDRESS =
            new Use(List.of(Field.SOURCE_IP), List.of(Field.DURATION));
    private static final Use BY_SERVICE = new Use(List.of(), List.of());

    private final List<SignalSum> sums = new ArrayList<>();

    @Test
    void addsUpWhatOneGroupDidInOneSecond() {
        SignalSummer summer = summer(BY_ADDRESS);
        summer.add(login(10_999, 8), "auth-failure");
        summer.add(login(10_000, 7), "auth-failure");
        summer.add(login(11_000, 9), "auth-failure");
        summer.flushAll();
        assertThat(sums).extracting(SignalSum::secondMillis).containsExactly(10_000L, 11_000L);
        SignalSum first = sums.get(0);
        assertThat(first.count()).isEqualTo(2);
        assertThat(first.first().index()).isEqualTo(7);
        assertThat(first.entity()).isEqualTo(new Entity(EntityType.ADDRESS, "203.0.113.9"));
        assertThat(first.groupBy()).isEqualTo("source.ip");
        assertThat(first.groupKey()).isEqualTo("203.0.113.9");
        assertThat(first.addresses()).containsExactly("203.0.113.9");
        assertThat(first.evidence()).extracting(e -> e.position().index()).containsExactly(7L, 8L);
    }

    @Test
    void buildsNoTextOnceTenLinesAreThere() {
        SignalSummer summer = summer(BY_ADDRESS);
        FakeView early = login(10_000, 1);
        for (int i = 0; i < 10; i++) {
            summer.add(early, "auth-failure");
        }
        FakeView flood = login(10_000, 2);
        for (int i = 0; i < 1_000_000; i++) {
            summer.add(flood, "auth-failure");
        }
        summer.flushAll();
        assertThat(flood.samples()).isZero();
        assertThat(sums).singleElement().extracting(SignalSum::count).isEqualTo(1_000_010L);
        assertThat(sums.get(0).evidence()).hasSize(10);
    }

    @Test
    void collectsDistinctValuesUpToTheLimit() {
        SignalSummer summer = summer(USERS_BY_ADDRESS);
        for (int i = 0; i < 1000; i++) {
            summer.add(login(10_000, i).with(Field.USER_NAME, "user" + i % 400), "auth-failure");
        }
        summer.add(login(10_000, 1000), "auth-failure");
        summer.flushAll();
        assertThat(sums.get(0).distinctField()).isEqualTo("user.name");
        assertThat(sums.get(0).distinctHashes()).hasSize(SignalSum.MAX_DISTINCT).isSorted();
        assertThat(sums.get(0).count()).isEqualTo(1001);
    }

    @Test
    void collectsDistinctTuplesOfThoseThatHaveAllOfTheFields() {
        SignalSummer summer = summer(new Use(List.of(), List.of(Field.SOURCE_IP, Field.USER_NAME)));
        String[][] tuples = {{"a", "bc"}, {"ab", "c"}, {"a", "bc"}, {"b", "a"}, {"a", "b"}};
        for (int i = 0; i < tuples.length; i++) {
            summer.add(
                    login(10_000, i)
                            .with(Field.SOURCE_IP, tuples[i][0])
                            .with(Field.USER_NAME, tuples[i][1]),
                    "auth-failure");
        }
        summer.add(login(10_000, 9), "auth-failure");
        summer.flushAll();
        assertThat(sums.get(0).distinctField()).isEqualTo("source.ip,user.name");
        assertThat(sums.get(0).distinctHashes()).hasSize(4);
        assertThat(sums.get(0).count()).isEqualTo(6);
    }

    @Test
    void addsUpTheNumbersOfTheMatchesThatHaveOne() {
        SignalSummer summer = summer(DURATION_BY_ADDRESS);
        summer.add(login(10_000, 1).lasting(0.25), "auth-failure");
        summer.add(login(10_000, 2), "auth-failure");
        summer.add(login(10_000, 3).lasting(1.5), "auth-failure");
        summer.flushAll();
        assertThat(sums)
                .singleElement()
                .satisfies(sum -> assertThat(sum.count()).isEqualTo(2))
                .satisfies(sum -> assertThat(sum.amount()).isEqualTo(1.75))
                .satisfies(sum -> assertThat(sum.distinctField()).isEqualTo("event.duration"));
        assertThat(summer.skipped()).isEqualTo(1);
    }

    @Test
    void amountsDoNotDependOnTheOrderOfTheirParts() {
        long seed = 11;
        Random random = new Random(seed);
        List<FakeView> views = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            views.add(login(10_000, i).lasting(random.nextDouble() * 1000));
        }
        double exact = joined(views, DURATION_BY_ADDRESS, 1).get(0).amount();
        double naive = views.stream().mapToDouble(view -> view.number(Field.DURATION)).sum();
        assertThat(exact).isCloseTo(naive, within(300 * 0.5 / (1 << 20)));
        for (int run = 0; run < 20; run++) {
            Collections.shuffle(views, random);
            List<SignalSum> parts = joined(views, DURATION_BY_ADDRESS, 1 + random.nextInt(6));
            assertThat(parts.get(0).amount()).as("seed %d, run %d", seed, run).isEqualTo(exact);
        }
    }

    @Test
    void countsAndLeavesOutMatchesThatLackAFieldOfTheGroup() {
        SignalSummer summer = summer(BY_ADDRESS, BY_SERVICE);
        summer.add(new FakeView(10_000, 1), "auth-failure");
        summer.flushAll();
        assertThat(summer.skipped()).isEqualTo(1);
        assertThat(sums)
                .singleElement()
                .extracting(SignalSum::entity)
                .isEqualTo(new Entity(EntityType.SERVICE, "shop"));
    }

    @Test
    void handsOutOnlySecondsThatAreOver() {
        SignalSummer summer = summer(BY_ADDRESS);
        summer.add(login(10_000, 1), "auth-failure");
        summer.add(login(11_000, 2), "auth-failure");
        summer.flushThrough(10_000);
        assertThat(sums).extracting(SignalSum::secondMillis).containsExactly(10_000L);
        assertThat(summer.size()).isEqualTo(1);
        summer.add(login(11_999, 3), "auth-failure");
        summer.flushThrough(10_999);
        assertThat(sums).hasSize(1);
        summer.flushThrough(11_000);
        assertThat(sums.get(1).count()).isEqualTo(2);
        assertThat(summer.size()).isZero();
    }

    @Test
    void keepsABoundedNumberOfSumsOpenAndLosesNone() {
        SignalSummer summer =
                new SignalSummer(
                        SummingPlan.of(Map.of("auth-failure", List.of(BY_ADDRESS))),
                        100,
                        sums::add);
        for (int i = 0; i < 1050; i++) {
            summer.add(login(10_000, i).with(Field.SOURCE_IP, "a" + i), "auth-failure");
            assertThat(summer.size()).isLessThanOrEqualTo(100);
        }
        assertThat(sums).hasSize(1000);
        summer.flushAll();
        assertThat(sums).hasSize(1050);
    }

    @Test
    void ignoresRulesThatNobodyCounts() {
        SignalSummer summer = summer(BY_ADDRESS);
        summer.add(login(10_000, 1), "any-request");
        summer.flushAll();
        assertThat(sums).isEmpty();
    }

    @Test
    void partsInAnyOrderJoinToTheSameSum() {
        long seed = 7;
        Random random = new Random(seed);
        List<FakeView> views = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            views.add(
                    login(10_000 + random.nextInt(3), i)
                            .with(Field.SOURCE_IP, "10.0.0." + random.nextInt(40))
                            .with(Field.USER_NAME, "u" + i));
        }
        Use users = new Use(List.of(), List.of(Field.USER_NAME));
        List<SignalSum> whole = joined(views, users, 1);
        for (int run = 0; run < 20; run++) {
            Collections.shuffle(views, random);
            assertThat(joined(views, users, 1 + random.nextInt(6)))
                    .as("seed %d, run %d", seed, run)
                    .usingRecursiveComparison()
                    .isEqualTo(whole);
        }
    }

    /** The views summed in {@code parts} parts, joined as the correlation does. */
    private static List<SignalSum> joined(List<FakeView> views, Use use, int parts) {
        List<SignalSum> handedOut = new ArrayList<>();
        SignalSummer summer =
                new SignalSummer(
                        SummingPlan.of(Map.of("auth-failure", List.of(use))), 100, handedOut::add);
        for (int i = 0; i < views.size(); i++) {
            summer.add(views.get(i), "auth-failure");
            if (i % (views.size() / parts) == 0) {
                summer.flushAll();
            }
        }
        summer.flushAll();
        List<SignalSum> sum = List.of();
        for (SignalSum part : handedOut) {
            sum = SumMerge.add(sum, part);
        }
        return sum.stream().sorted(Comparator.comparing(SignalSum::ruleId)).toList();
    }

    private SignalSummer summer(Use... uses) {
        return new SignalSummer(
                SummingPlan.of(Map.of("auth-failure", List.of(uses))), 50_000, sums::add);
    }

    private static FakeView login(long timestampMillis, long line) {
        return new FakeView(timestampMillis, line)
                .with(Field.SOURCE_IP, "203.0.113.9")
                .with(Field.ENDPOINT, "POST /login");
    }
}
