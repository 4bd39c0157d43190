package dev.mimokit.load.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CasePatternTest {

  @Test
  void a_star_stands_for_any_characters() {
    assertThat(new CasePattern("2.*").matches("2.9")).isTrue();
    assertThat(new CasePattern("2.*").matches("12.9")).isFalse();
    assertThat(new CasePattern("*.1").matches("load.1")).isTrue();
    assertThat(new CasePattern("*").matches("4.1")).isTrue();
  }

  @Test
  void a_dot_stands_for_itself_and_an_id_for_one_case() {
    assertThat(new CasePattern("1.1").matches("1.1")).isTrue();
    assertThat(new CasePattern("1.1").matches("1.11")).isFalse();
    assertThat(new CasePattern("1.1").matches("1x1")).isFalse();
  }

  @Test
  void reads_a_list_separated_by_commas() {
    assertThat(CasePattern.list("2.*, 4.1"))
        .containsExactly(new CasePattern("2.*"), new CasePattern("4.1"));
  }

  @Test
  void refuses_what_can_be_no_id() {
    assertThatThrownBy(() -> CasePattern.list("2.*,,4.1"))
        .hasMessage("case must be an id such as 2.9 or a pattern such as 2.*: \"\"");
  }
}
