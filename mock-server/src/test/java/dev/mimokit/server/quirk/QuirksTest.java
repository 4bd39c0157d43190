package dev.mimokit.server.quirk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuirksTest {

  @Test
  void every_switch_says_what_its_default_rests_on() {
    assertThat(Quirks.GROUNDS)
        .extracting(Ground::key)
        .containsExactlyElementsOf(switches(Quirks.class).toList());
    assertThat(Quirks.GROUNDS).allSatisfy(ground -> assertThat(ground.source()).isNotBlank());
  }

  private static Stream<String> switches(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .flatMap(
            part ->
                part.getType().isRecord() ? switches(part.getType()) : Stream.of(part.getName()));
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
        false,
        true,
        true,
        400,
        "application/json",
        Judging.DEFAULT,
        Caching.DEFAULT,
        AnthropicHabits.DEFAULT,
        Measures.DEFAULT,
        Map.of());
  }
}
