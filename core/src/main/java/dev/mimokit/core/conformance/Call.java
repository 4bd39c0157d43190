package dev.mimokit.core.conformance;

import dev.mimokit.core.journal.JournalEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * One wish of the caller: its attempts in order of arrival, and what the caller was told.
 *
 * @param askedNanos when the client was asked for it; absent where nobody noted it
 */
public record Call(
    String name, List<Attempt> attempts, List<JournalEvent.Told> answers, OptionalLong askedNanos) {

  private static final double NANOS = 1e9;

  /** Shorter repetitions may be the answer's own words. */
  private static final int REPEATED = 12;

  /** Copies the lists. */
  public Call {
    attempts = List.copyOf(attempts);
    answers = List.copyOf(answers);
  }

  /** One of which nobody noted when it was asked for. */
  public Call(String name, List<Attempt> attempts, List<JournalEvent.Told> answers) {
    this(name, attempts, answers, OptionalLong.empty());
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
        long waited = attempts.get(i).receivedNanos() - refused.endNanos();
        latenesses.add((waited - refused.retryAfterNanos().getAsLong()) / NANOS);
      }
    }
    return latenesses;
  }

  /** Most of its attempts that were under way at the same time, up to {@code endNanos}. */
  int inFlight(long endNanos) {
    int most = 0;
    for (int i = 0; i < attempts.size(); i++) {
      long begunNanos = attempts.get(i).receivedNanos();
      long open =
          attempts.subList(0, i).stream()
              .filter(earlier -> earlier.answeredNanos().orElse(endNanos) - begunNanos > 0)
              .count();
      most = (int) Math.max(most, open + 1);
    }
    return most;
  }

  /** Seconds from its first attempt until its caller was told, or until the end if never. */
  DoubleStream toldAfter(long endNanos) {
    if (attempts.isEmpty()) {
      return DoubleStream.empty();
    }
    long told = answered() ? answers.get(0).atNanos() : endNanos;
    return DoubleStream.of((told - attempts.get(0).receivedNanos()) / NANOS);
  }

  /** Seconds from when it was asked for until its caller was told, or until the end if never. */
  DoubleStream toldSinceAsked(long endNanos) {
    return askedNanos.isPresent()
        ? DoubleStream.of(
            ((answered() ? answers.get(0).atNanos() : endNanos) - askedNanos.getAsLong()) / NANOS)
        : DoubleStream.empty();
  }

  /** Retries that came after its caller had been told; a first attempt may have been on its way. */
  long retriesAfterTold() {
    return answered()
        ? attempts.stream()
            .skip(1)
            .filter(a -> a.receivedNanos() - answers.get(0).atNanos() > 0)
            .count()
        : 0;
  }

  /** Attempts that say another number of retries than the server counts. */
  long miscounted() {
    return IntStream.range(0, attempts.size())
        .filter(
            i -> {
              OptionalLong said = attempts.get(i).received().claims().retry();
              return said.isPresent() && said.getAsLong() != i;
            })
        .count();
  }

  /** The idempotency keys it was sent with. */
  Set<String> idempotencyKeys() {
    return attempts.stream()
        .map(attempt -> attempt.received().claims().idempotencyHash())
        .filter(key -> !key.isEmpty())
        .collect(Collectors.toSet());
  }

  /** Whether no attempt was refused or broken off. */
  boolean unrefused() {
    return attempts.stream().allMatch(a -> a.succeeded() || a.answeredNanos().isEmpty());
  }

  /** Whether a text it was told begins with the same words twice. */
  boolean repeatsItself() {
    return answers.stream().map(JournalEvent.Told::text).anyMatch(Call::beginsTwice);
  }

  private static boolean beginsTwice(String text) {
    return IntStream.rangeClosed(REPEATED, text.length() / 2)
        .anyMatch(length -> text.startsWith(text.substring(0, length), length));
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
