package dev.mimokit.cli.plan;

import dev.mimokit.core.plan.Hypothesis;
import dev.mimokit.core.plan.Sizing;
import dev.mimokit.core.plan.Slo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The smallest number of quota units that meets a service level. */
@Command(
    name = "size",
    description =
        "The smallest number of quota units (accounts) that meets --slo, with one less seen to"
            + " fail.")
final class SizeCommand extends Asking {

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Try no more quota units than this; 1000 by default.")
  private int most;

  @Override
  int answer(Draft draft) throws IOException {
    Slo slo =
        draft.slo.orElseThrow(
            () ->
                new IllegalArgumentException(
                    "size needs a service level: --slo 'p99wait<=1s', or slo in a file"));
    Question question = Question.of(draft);
    warnOfOversize(question.scenario());
    Sizing sizing = new Sizing(plan(), slo, most);
    List<PlanAnswer> answers = new ArrayList<>();
    for (Hypothesis window : question.windows()) {
      answers.add(sized(window, slo, sizing.smallest(window.on(question.scenario()))));
    }
    return show(question, answers);
  }

  private static PlanAnswer sized(Hypothesis window, Slo slo, Sizing.Sized sized) {
    if (sized instanceof Sizing.Sized.Impossible impossible) {
      throw new IllegalArgumentException(
          "no number of quota units up to %d meets '%s' with window %s: %s"
              .formatted(impossible.tried(), slo.text(), window.name(), impossible.why()));
    }
    Sizing.Sized.Enough enough = (Sizing.Sized.Enough) sized;
    return new PlanAnswer(Map.of(), enough.answer(), enough.below());
  }
}
