package dev.mimokit.load.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadTest {

  @Test
  void keys_and_models_are_used_in_turn() {
    Load load =
        new Load(
            "turn",
            Arrivals.of(Shape.BURST, 3),
            new Targets(List.of("sk-demo.a", "sk-demo.b"), List.of("mimo-v2.5-pro", "mimo-v2.5")),
            true,
            List.of());

    assertThat(List.of(load.apiKey(1), load.apiKey(2), load.apiKey(3)))
        .isEqualTo(List.of("sk-demo.a", "sk-demo.b", "sk-demo.a"));
    assertThat(List.of(load.model(1), load.model(2), load.model(3)))
        .isEqualTo(List.of("mimo-v2.5-pro", "mimo-v2.5", "mimo-v2.5-pro"));
  }

  @Test
  void jobs_of_different_loads_have_different_ids() {
    assertThat(load("burst", true).job(99_999)).isEqualTo("job-load-burst-99999");
    assertThat(load("open", true).job(1)).isEqualTo("job-load-open-00001");
  }

  @Test
  void loads_that_need_not_be_alone_share_a_turn_with_their_neighbours() {
    SuitePlan plan =
        new SuitePlan(
            "http://127.0.0.1:1/v1",
            "reference",
            1,
            true,
            10,
            Path.of("out"),
            List.of(load("a", true), load("b", false), load("c", false), load("d", true)));

    assertThat(plan.turns().stream().map(turn -> turn.stream().map(Load::name).toList()))
        .containsExactly(List.of("a"), List.of("b", "c"), List.of("d"));
  }

  @Test
  void refuses_what_could_not_run() {
    assertThatThrownBy(() -> Arrivals.of(Shape.BURST, 0))
        .hasMessage("jobs must be within [1, 99999]: 0");
    assertThatThrownBy(() -> Arrivals.of(Shape.STEADY, 1))
        .hasMessage("spacingMillis must be positive in steady loads and 0 in others: 0");
    assertThatThrownBy(() -> load("A b", true)).hasMessage("name must match [a-z][a-z0-9-]*: A b");
    assertThatThrownBy(() -> new Targets(List.of("k"), List.of("\"")))
        .hasMessage("models must match [A-Za-z0-9._/-]+: \"");
  }

  private static Load load(String name, boolean alone) {
    return new Load(
        name,
        Arrivals.of(Shape.BURST, 1),
        new Targets(List.of("k"), List.of("m")),
        alone,
        List.of());
  }
}
