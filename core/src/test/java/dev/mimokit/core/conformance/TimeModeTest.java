package dev.mimokit.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeModeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I      | immediate",
        "R5     | real, about 5 s",
        "P8     | phase, about 8 s",
        "R10/L  | real, about 10 s; the whole wait at night",
        "R60/V  | real, about 60 s; also in virtual time",
        "L/V    | nightly; also in virtual time",
      })
  void reads_what_it_writes_and_says_it_in_words(String text, String shown) {
    assertThat(TimeMode.of(text).text()).isEqualTo(text);
    assertThat(TimeMode.of(text).shown()).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "R", "R0", "I5", "P8/X", "X3"})
  void refuses_anything_else(String text) {
    assertThatThrownBy(() -> TimeMode.of(text)).hasMessageEndingWith(": " + text);
  }

  @Test
  void a_case_is_of_one_kind_of_time() {
    assertThat(TimeMode.of("P8").kind()).isEqualTo(TimeMode.Kind.PHASE);
  }
}
