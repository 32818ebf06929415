package io.pumasentinel.benchmark.detection.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Fifty endpoints of one service: 0.02 to 20 requests per second, three in four with people's daily
 * season (half of these with a weekly one), the others sparse, constant or in bursts.
 */
public final class Service {
    /** How many endpoints it has. */
    public static final int ENDPOINTS = 50;

    private static final double LEAST_RATE = 0.02;
    private static final double MOST_RATE = 20;
    private static final int FIRST_SPARSE = 38;
    private static final int FIRST_CONSTANT = 43;
    private static final int FIRST_NIGHTLY = 46;
    private static final int FIRST_HOURLY = 48;

    private Service() {}

    /** The endpoints that a seed gives. */
    public static List<Endpoint> endpoints(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Endpoint> endpoints = new ArrayList<>(ENDPOINTS);
        for (int number = 0; number < ENDPOINTS; number++) {
            endpoints.add(endpoint(number, random.split()));
        }
        return List.copyOf(endpoints);
    }

    private static Endpoint endpoint(int number, RandomGenerator random) {
        Habit habit = habit(number);
        boolean constant = habit == Habit.CONSTANT;
        double median = logUniform(random, 0.01, 0.5);
        return new Endpoint(
                number,
                habit,
                rate(number, habit, random),
                constant ? DailyShape.FLAT : DailyShape.random(random, number % 2 == 0),
                new LatencyLaw(
                        constant ? 0.003 : median,
                        constant ? 0.1 : random.nextDouble(0.4, 0.9),
                        constant ? 0 : random.nextDouble(0, 0.15)),
                constant ? 0 : random.nextDouble(0, 0.05),
                constant ? 0 : logUniform(random, 0.0002, 0.005),
                logUniform(random, 500, 50_000));
    }

    private static Habit habit(int number) {
        if (number < FIRST_SPARSE) {
            return Habit.PEOPLE;
        }
        if (number < FIRST_CONSTANT) {
            return Habit.SPARSE;
        }
        if (number < FIRST_NIGHTLY) {
            return Habit.CONSTANT;
        }
        return number < FIRST_HOURLY ? Habit.NIGHTLY : Habit.HOURLY;
    }

    /** People's rates are spread evenly over their range's logarithm, so that no seed lacks any. */
    private static double rate(int number, Habit habit, RandomGenerator random) {
        return switch (habit) {
            case PEOPLE -> {
                double place = (number + random.nextDouble()) / FIRST_SPARSE;
                yield LEAST_RATE * Math.pow(MOST_RATE / LEAST_RATE, place);
            }
            case SPARSE -> logUniform(random, LEAST_RATE, 0.1);
            case CONSTANT -> number == FIRST_CONSTANT ? 0.1 : 0.5;
            case NIGHTLY, HOURLY -> logUniform(random, 0.05, 0.5);
        };
    }

    private static double logUniform(RandomGenerator random, double low, double high) {
        return low * Math.pow(high / low, random.nextDouble());
    }
}
