package dev.mimokit.server.schema;

import java.util.List;
import java.util.SplittableRandom;

/** Plainly synthetic words, for when nothing better is known. */
final class Words {

  private static final List<String> WORDS =
      List.of(
          "river",
          "lantern",
          "harbor",
          "garden",
          "window",
          "candle",
          "bridge",
          "meadow",
          "island",
          "piano",
          "basket",
          "mountain",
          "library",
          "valley",
          "forest",
          "blanket");
  private static final List<String> QUALITIES =
      List.of("quiet", "bright", "gentle", "golden", "distant", "narrow", "silver", "patient");

  private Words() {}

  static String one(SplittableRandom random) {
    return draw(WORDS, random);
  }

  static String some(SplittableRandom random) {
    return draw(QUALITIES, random) + " " + draw(WORDS, random);
  }

  static String sentence(SplittableRandom random) {
    return "The " + some(random) + " stands beside the " + some(random) + ".";
  }

  static <T> T draw(List<T> list, SplittableRandom random) {
    return list.get(random.nextInt(list.size()));
  }
}
