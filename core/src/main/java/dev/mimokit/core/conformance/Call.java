package dev.mimokit.core.conformance;

import dev.mimokit.core.journal.JournalEvent;
import java.util.ArrayList;
import java.util.List;

/** One wish of the caller: its attempts in order of arrival, and what the caller was told. */
public record Call(String name, List<Attempt> attempts, List<JournalEvent.Told> answers) {

  private static final double NANOS = 1e9;

  /** Copies the lists. */
  public Call {
    attempts = List.copyOf(attempts);
    answers = List.copyOf(answers);
  }

  /** Seconds from the end of each refusal to the next attempt. */
  List<Double> delays() {
    List<Double> delays = new ArrayList<>();
    for (int i = 1; i < attempts.size(); i++) {
      long waited = attempts.get(i).receivedNanos() - attempts.get(i - 1).endNanos();
      delays.add(waited / NANOS);
    }
    return delays;
  }

  /** Seconds that each attempt after a Retry-After came later than asked; negative when early. */
  List<Double> latenesses() {
    List<Double> latenesses = new ArrayList<>();
    for (int i = 1; i < attempts.size(); i++) {
      Attempt refused = attempts.get(i - 1);
      if (refused.retryAfterNanos().isPresent()) {
        long due = refused.endNanos() + refused.retryAfterNanos().getAsLong();
        latenesses.add((attempts.get(i).receivedNanos() - due) / NANOS);
      }
    }
    return latenesses;
  }

  /** Attempts that were served. */
  long successes() {
    return attempts.stream().filter(Attempt::succeeded).count();
  }

  boolean answered() {
    return !answers.isEmpty();
  }

  /**
   * Whether the caller got nothing for it: told of an error; or, while it was told nothing, no
   * attempt was served.
   */
  boolean lost() {
    return answered() ? answers.stream().noneMatch(JournalEvent.Told::ok) : successes() == 0;
  }

  /** Whether it was served or told more than once. */
  boolean duplicated() {
    return successes() > 1 || answers.size() > 1;
  }
}
