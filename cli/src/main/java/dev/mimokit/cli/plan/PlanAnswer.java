package dev.mimokit.cli.plan;

import dev.mimokit.core.plan.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One answer among those of a plan.
 *
 * @param labels of its point in a sweep, else empty
 * @param below with one quota unit less, which was seen to fail
 */
record PlanAnswer(Map<String, String> labels, Answer answer, Optional<Answer> below) {

  static PlanAnswer of(Answer answer) {
    return new PlanAnswer(Map.of(), answer, Optional.empty());
  }

  static List<PlanAnswer> of(List<Answer> answers) {
    return answers.stream().map(PlanAnswer::of).toList();
  }
}
