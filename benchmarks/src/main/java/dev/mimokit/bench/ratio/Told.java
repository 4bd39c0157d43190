package dev.mimokit.bench.ratio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a fork tells its parent of one question, a line each: {@code reading NAME 1.31 0.998},
 * {@code reading NAME 24} or {@code skipped NAME why}, with tabs between.
 */
sealed interface Told {

  /** The question. */
  String name();

  /** As a line. */
  String line();

  /** A figure. */
  record Read(String name, Reading reading) implements Told {
    @Override
    public String line() {
      String figure = "reading\t" + name + "\t" + reading.value();
      return reading.control().isPresent()
          ? figure + "\t" + reading.control().getAsDouble()
          : figure;
    }
  }

  /** No figure, and why. */
  record Skipped(String name, String why) implements Told {
    @Override
    public String line() {
      return "skipped\t" + name + "\t" + why.replaceAll("\\s+", " ");
    }
  }

  /** Reads a line; empty when it is something else that a library has to say. */
  static Optional<Told> parse(String line) {
    List<String> words = new ArrayList<>(List.of(line.split("\t", -1)));
    if (words.size() == 3 && words.get(0).equals("skipped")) {
      return Optional.of(new Skipped(words.get(1), words.get(2)));
    }
    if (!words.get(0).equals("reading") || words.size() < 3 || words.size() > 4) {
      return Optional.empty();
    }
    OptionalDouble control =
        words.size() == 4
            ? OptionalDouble.of(Double.parseDouble(words.get(3)))
            : OptionalDouble.empty();
    return Optional.of(
        new Read(words.get(1), new Reading(Double.parseDouble(words.get(2)), control)));
  }
}
