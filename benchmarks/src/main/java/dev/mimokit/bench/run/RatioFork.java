package dev.mimokit.bench.run;

import dev.mimokit.bench.ratio.Fork;
import java.util.List;

/** The JVM in which questions are answered: {@code RatioFork SUITE FORK quick|full}. */
final class RatioFork {

  private RatioFork() {}

  /** Answers on stdout and ends the JVM, whatever threads a contender has left. */
  public static void main(String[] arguments) {
    Suite suite = Suite.named(List.of(arguments[0])).get(0);
    Fork.answer(suite.questions(), arguments[1], arguments[2], System.out);
    System.exit(0);
  }
}
