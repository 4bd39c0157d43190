package dev.mimokit.server.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.core.catalog.Catalog;
import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.server.call.Ask;
import dev.mimokit.server.call.Bounds;
import dev.mimokit.server.call.FinishReason;
import dev.mimokit.server.call.Piece;
import dev.mimokit.server.call.Piece.Said;
import dev.mimokit.server.call.Piece.Thought;
import dev.mimokit.server.call.Task;
import dev.mimokit.server.call.Turn;
import dev.mimokit.server.call.Usage;
import dev.mimokit.server.call.Utterance;
import dev.mimokit.server.reply.Speaker.Room;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AuthoredSpeakerTest {

  private static final ModelSpec SPEC = Catalog.load(Catalog.DEFAULT_REVISION).models().get(0);

  private static final List<Piece> THOUGHT_OUT =
      List.of(
          new Thought("The", 1),
          new Thought(" sum", 1),
          new Thought(" is", 1),
          new Thought(" 4", 1),
          new Said("Four", 1),
          new Said(".", 1));

  @Test
  void lets_the_first_author_speak_who_has_something_to_say() {
    Author silent = (spec, ask) -> Optional.empty();
    Author canned = author(FinishReason.STOP, new Said("canned", 1));
    Author last = author(FinishReason.STOP, new Said("invented", 1));

    Utterance utterance = speak(List.of(silent, canned, last), List.of(), 100);

    assertThat(utterance.content()).isEqualTo("canned");
  }

  @ParameterizedTest
  @EnumSource(
      value = FinishReason.class,
      names = {"CONTENT_FILTER", "REPETITION_TRUNCATION"})
  void ends_as_the_author_says(FinishReason finish) {
    Utterance utterance = speak(List.of(author(finish, new Said("a", 1))), List.of(), 100);

    assertThat(utterance.finish()).isEqualTo(finish);
  }

  @ParameterizedTest(name = "{0} tokens")
  @CsvSource({
    "10, 9, 4, STOP, The sum is 4|Four.",
    "9, 9, 4, STOP, The sum is 4|Four.",
    "8, 8, 4, LENGTH, The sum is 4|Four.",
    "7, 7, 4, LENGTH, The sum is 4|Four",
    "6, 6, 4, LENGTH, The sum is 4|",
    "5, 5, 4, LENGTH, The sum is 4|",
    "4, 4, 3, LENGTH, The sum is|",
    "2, 2, 1, LENGTH, The|",
    "1, 1, 0, LENGTH, |"
  })
  void cuts_thinking_and_answer_at_the_room_there_is(
      long room, long completion, long reasoning, FinishReason finish, String said) {
    Author author = author(FinishReason.STOP, THOUGHT_OUT.toArray(Piece[]::new));

    Utterance utterance = speak(List.of(author), List.of(), room);

    assertThat(utterance.reasoning().orElse("") + "|" + utterance.content())
        .isEqualTo(said.strip());
    assertThat(utterance.finish()).isEqualTo(finish);
    assertThat(utterance.usage()).isEqualTo(new Usage(new Usage.Prompt(12), completion, reasoning));
    assertThat(utterance.usage().totalTokens()).isEqualTo(12 + completion);
  }

  @Test
  void ends_before_the_first_stop_sequence_within_a_piece() {
    Author author =
        author(
            FinishReason.REPETITION_TRUNCATION,
            new Thought("stop", 1),
            new Said("one tw", 1),
            new Said("o three", 1),
            new Said(" four", 1));

    Utterance utterance = speak(List.of(author), List.of("three", "two", "stop"), 100);

    assertThat(utterance.pieces()).containsExactly(new Thought("stop", 1), new Said("one ", 1));
    assertThat(utterance.finish()).isEqualTo(FinishReason.STOP);
    assertThat(utterance.usage().completionTokens()).isEqualTo(1 + 2 + 1 + 1);
  }

  @Test
  void says_nothing_before_a_stop_sequence_that_comes_first() {
    Author author = author(FinishReason.STOP, new Said("one", 1), new Said(" two", 1));

    assertThat(speak(List.of(author), List.of("o"), 100).content()).isEmpty();
  }

  @Test
  void does_not_look_for_stop_sequences_in_arguments() {
    Author author =
        author(
            FinishReason.TOOL_CALLS,
            new Piece.Called(0, "0".repeat(24), "f", 13),
            new Piece.Argued(0, "{\"a\":1}", 4));

    Utterance utterance = speak(List.of(author), List.of("a"), 100);

    assertThat(utterance.finish()).isEqualTo(FinishReason.TOOL_CALLS);
    assertThat(utterance.toolCalls().get(0).arguments()).isEqualTo("{\"a\":1}");
  }

  private static Author author(FinishReason finish, Piece... pieces) {
    return (spec, ask) -> Optional.of(new Draft(List.of(pieces), finish));
  }

  private static Utterance speak(List<Author> authors, List<String> stop, long room) {
    Ask ask =
        new Ask(
            List.of(new Turn("user", "2 + 2?")),
            true,
            new Bounds(OptionalLong.empty(), stop),
            Task.TALK);
    return new AuthoredSpeaker(authors).speak(SPEC, ask, new Room(new Usage.Prompt(12), room));
  }
}
