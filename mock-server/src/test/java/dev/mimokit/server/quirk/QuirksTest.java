package dev.mimokit.server.quirk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class QuirksTest {

  @Test
  void every_switch_says_what_its_default_rests_on() {
    assertThat(Quirks.GROUNDS)
        .extracting(Ground::key)
        .containsExactlyElementsOf(
            Arrays.stream(Quirks.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList());
    assertThat(Quirks.GROUNDS).allSatisfy(ground -> assertThat(ground.source()).isNotBlank());
  }

  @Test
  void refuses_statuses_nobody_has_seen() {
    assertThatThrownBy(() -> moderated(451)).hasMessage("moderationStatus must be 421 or 400: 451");
    assertThat(moderated(400).moderationStatus()).isEqualTo(400);
  }

  private static Quirks moderated(int status) {
    return new Quirks(
        true,
        UsageChunk.ALWAYS,
        EmptyDetails.OBJECT,
        status,
        true,
        true,
        0,
        1,
        true,
        false,
        true,
        true,
        400,
        "application/json");
  }
}
