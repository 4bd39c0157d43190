package dev.mimokit.report.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.report.read.Figure;
import dev.mimokit.report.read.Measured;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The gate on runs whose truth is known: ten figures a run, forks that differ by 4 % (standard
 * deviation of the logarithm) and, one in twenty, by a disturbance of up to a quarter. Three forks
 * find 90 of 100 slowdowns there, which is why five are asked for.
 */
class ComparingSelfTest {

  private static final int PAIRS = 100;
  private static final int FIGURES = 10;

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 10})
  void two_runs_of_one_program_give_fewer_than_5_false_alarms_in_100(int forks) {
    long alarms = alarms(1.0, forks, 11);

    System.out.println("seed 11: " + alarms + " of " + PAIRS + " A/A pairs of " + forks);
    assertThat(alarms).isLessThan(5);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 10})
  void a_slowdown_of_20_percent_is_found_in_95_of_100(int forks) {
    long found = alarms(1.2, forks, 23);

    System.out.println("seed 23: " + found + " of " + PAIRS + " slowed pairs of " + forks);
    assertThat(found).isGreaterThanOrEqualTo(95);
  }

  /** Pairs whose head regresses, when one of its figures is multiplied by {@code factor}. */
  private static long alarms(double factor, int forks, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long alarms = 0;
    for (int i = 0; i < PAIRS; i++) {
      Measured base = run(1, forks, random);
      Measured head = run(factor, forks, random);
      boolean alarm =
          factor == 1
              ? Comparing.compare(base, head, Thresholds.DEFAULT).exit(false) == 1
              : Comparing.compare(base, head, Thresholds.DEFAULT).changes().get(0).kind()
                  == Change.Kind.REGRESSED;
      alarms += alarm ? 1 : 0;
    }
    return alarms;
  }

  private static Measured run(double factorOfFirst, int forks, RandomGenerator random) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    for (int i = 0; i < FIGURES; i++) {
      String name = "figure-" + i;
      List<Double> repeats = new ArrayList<>();
      for (int fork = 0; fork < forks; fork++) {
        double disturbed = random.nextInt(20) == 0 ? 1 + random.nextDouble() / 4 : 1;
        double noise = Math.exp(0.04 * random.nextGaussian()) * disturbed;
        repeats.add(100 * noise * (i == 0 ? factorOfFirst : 1));
      }
      figures.put(
          name, new Figure(name, "ns/op", Optional.of(Figure.Better.SMALLER), repeats, "", "", ""));
    }
    return new Measured("made", Map.of(), figures, List.of());
  }
}
