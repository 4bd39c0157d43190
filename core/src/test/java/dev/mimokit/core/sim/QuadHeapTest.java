package dev.mimokit.core.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The heap against a priority queue, from printed seeds. */
class QuadHeapTest {

  private static final long SEED = Long.getLong("sim.seed", 20_261_127);

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 100, 1_000_000_000})
  void gives_the_same_order_as_a_priority_queue(int distinctInstants) {
    for (long seed = SEED; seed < SEED + 30; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      EventQueue heap = new QuadHeap();
      EventQueue naive = new SortedEvents();
      int code = 0;
      for (int step = 0; step < 3_000; step++) {
        if (naive.isEmpty() || random.nextInt(100) < (step < 1_500 ? 60 : 40)) {
          long at = random.nextInt(distinctInstants);
          heap.add(at, code);
          naive.add(at, code++);
        } else {
          heap.remove();
          naive.remove();
        }
        assertThat(heap.isEmpty()).as("seed %d, step %d", seed, step).isEqualTo(naive.isEmpty());
        if (!naive.isEmpty()) {
          assertThat(heap.nextCode())
              .as("seed %d, step %d", seed, step)
              .isEqualTo(naive.nextCode());
          assertThat(heap.nextNanos()).isEqualTo(naive.nextNanos());
        }
      }
    }
  }

  @Test
  void keeps_the_order_in_which_equal_instants_were_added() {
    QuadHeap heap = new QuadHeap();
    for (int i = 0; i < 1_000; i++) {
      heap.add(7, i);
    }

    for (int i = 0; i < 1_000; i++) {
      assertThat(heap.nextCode()).isEqualTo(i);
      heap.remove();
    }
    assertThat(heap.isEmpty()).isTrue();
  }
}
