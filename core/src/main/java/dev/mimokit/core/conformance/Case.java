package dev.mimokit.core.conformance;

import java.util.List;
import java.util.Optional;

/**
 * One conformance case: a rule, what the server does, what the client is asked for, and how the
 * result is judged.
 *
 * @param id dotted number, stable: {@code 2.9}
 * @param title a few words
 * @param rule the sentence that is checked
 * @param reason why it matters, with its source
 * @param time how long it takes, and of what kind that time is
 * @param sharesRunOf the case whose run is judged too, so that both see the same evidence
 * @param smoke part of the short gate
 * @param nightly only in the long gate
 * @param solo disturbed by other load, so it runs alone
 */
public record Case(
    String id,
    String title,
    String rule,
    String reason,
    TimeMode time,
    Optional<String> sharesRunOf,
    boolean smoke,
    boolean nightly,
    boolean solo,
    Load load,
    ServerScript script,
    Optional<Phase> phase,
    List<Criterion> criteria) {

  /** Copies the list; refuses a case without criteria: it could not fail. */
  public Case {
    criteria = List.copyOf(criteria);
    if (criteria.isEmpty()) {
      throw new IllegalArgumentException("case " + id + " has no criteria");
    }
  }
}
