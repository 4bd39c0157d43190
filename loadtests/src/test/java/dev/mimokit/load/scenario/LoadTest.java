package dev.mimokit.load.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LoadTest {

  @Test
  void keys_are_used_in_turn() {
    Load load = new Load(Shape.BURST, List.of("sk-demo.a", "sk-demo.b"), 3);

    assertThat(List.of(load.apiKey(1), load.apiKey(2), load.apiKey(3)))
        .isEqualTo(List.of("sk-demo.a", "sk-demo.b", "sk-demo.a"));
  }

  @Test
  void jobs_of_different_loads_have_different_ids() {
    assertThat(new Load(Shape.BURST, List.of("k"), 99_999).job(99_999)).isEqualTo("job-199999");
    assertThat(new Load(Shape.OPEN, List.of("k"), 1).job(1)).isEqualTo("job-200001");
    assertThat(new Load(Shape.CLOSED, List.of("k"), 1).job(1)).isEqualTo("job-300001");
  }

  @Test
  void refuses_a_load_without_jobs() {
    assertThatThrownBy(() -> new Load(Shape.BURST, List.of("k"), 0))
        .hasMessage("jobs must be within [1, 99999]: 0");
  }
}
