package dev.mimokit.bench.ratio;

import dev.mimokit.core.time.NanoClock;
import java.io.PrintStream;
import java.util.List;

/** The inner side of a fork: answers the questions of one word and tells the parent. */
public final class Fork {

  static final String QUICK = "quick";
  static final String FULL = "full";

  private Fork() {}

  /**
   * Answers those of the questions that belong to {@code fork}.
   *
   * @param pace {@code quick} or {@code full}
   */
  public static void answer(List<Question> questions, String fork, String pace, PrintStream out) {
    Measurer measurer =
        new Measurer(NanoClock.system(), pace.equals(QUICK) ? Pace.QUICK : Pace.FULL);
    for (Question question : questions) {
      if (question.label().fork().equals(fork)) {
        tell(measurer, question, out);
      }
    }
    out.flush();
  }

  private static void tell(Measurer measurer, Question question, PrintStream out) {
    String name = question.label().name();
    try {
      measurer
          .answer(question)
          .forEach(reading -> out.println(new Told.Read(name, reading).line()));
    } catch (UnavailableException e) {
      out.println(new Told.Skipped(name, String.valueOf(e.getMessage())).line());
    }
  }
}
