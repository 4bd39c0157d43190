package dev.mimokit.core.conformance;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the server answers to the attempts of each call, in order. The n-th call follows variant n
 * modulo their number.
 *
 * @param repeatLast whether the last step goes on for ever; otherwise the built-in behaviour
 *     answers
 */
public record ServerScript(List<List<Step>> variants, boolean repeatLast) {

  /** No script: the built-in behaviour answers everything. */
  public static final ServerScript NONE = new ServerScript(List.of(), false);

  /** Copies the lists. */
  public ServerScript {
    variants = variants.stream().map(List::copyOf).toList();
  }

  /** Whether it does anything that an attempt has to meet before a verdict means something. */
  boolean hasFaults() {
    return steps().anyMatch(step -> !step.serves());
  }

  /** Whether at least one attempt can have met one of its steps. */
  boolean metBy(List<Attempt> attempts) {
    return attempts.stream().anyMatch(attempt -> steps().anyMatch(step -> step.metBy(attempt)));
  }

  /**
   * Whether a first attempt may end with {@code status} under this script; 0 is no whole answer.
   */
  public boolean allowsFirst(int status) {
    return status == 0
        || variants.stream()
            .map(steps -> steps.get(0))
            .anyMatch(step -> step.leavesOpen() || step.status() == status);
  }

  private Stream<Step> steps() {
    return variants.stream().flatMap(List::stream);
  }
}
