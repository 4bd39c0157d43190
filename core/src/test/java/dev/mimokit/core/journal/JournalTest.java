package dev.mimokit.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class JournalTest {

  @Test
  void numbers_events_from_one_and_goes_on_where_a_reader_stopped() {
    Journal journal = filled(10, 3);

    assertThat(numbers(journal, 0)).containsExactly(1L, 2L, 3L);
    assertThat(numbers(journal, 2)).containsExactly(3L);
    assertThat(numbers(journal, 3)).isEmpty();
  }

  @Test
  void drops_the_oldest_when_full_and_keeps_counting() {
    Journal journal = filled(3, 5);

    assertThat(numbers(journal, 0)).containsExactly(3L, 4L, 5L);
    assertThat(journal.after(3).get(0).event()).isEqualTo(event(4));
    assertThat(journal.appended()).isEqualTo(5);
  }

  @Test
  void forgets_on_clear_but_never_uses_a_number_twice() {
    Journal journal = filled(3, 5);

    journal.clear();
    journal.append(event(6));

    assertThat(numbers(journal, 0)).containsExactly(6L);
  }

  @Test
  void refuses_a_capacity_below_one() {
    assertThatThrownBy(() -> new Journal(0)).hasMessage("capacity must be at least 1: 0");
  }

  private static Journal filled(int capacity, int events) {
    Journal journal = new Journal(capacity);
    for (int i = 1; i <= events; i++) {
      journal.append(event(i));
    }
    return journal;
  }

  private static JournalEvent event(int number) {
    return new JournalEvent.FirstToken(number, number);
  }

  private static List<Long> numbers(Journal journal, long after) {
    return journal.after(after).stream().map(Journal.Numbered::number).toList();
  }
}
