package dev.mimokit.core.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mimokit.core.tokens.ExactCounter;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplySourceTest {

  private static final String MODEL = "mimo-v2.5-pro";
  private static final ReplySource SOURCE = new ReplySource(42);

  @Test
  void answers_the_same_request_with_the_same_reply() {
    assertThat(new ReplySource(42).reply(MODEL, "How are you?"))
        .isEqualTo(SOURCE.reply(MODEL, "How are you?"));
  }

  @Test
  void reads_as_it_always_has() {
    Reply english = SOURCE.reply(MODEL, "How are you?", new ReplyLength(9, 16));
    Reply chinese = SOURCE.reply(MODEL, "你好吗？", new ReplyLength(0, 13));

    assertThat(
            english.reasoningText() + "\n" + english.contentText() + "\n" + chinese.contentText())
        .isEqualTo(
            """
            Still, one road whispers within our road.
            Each tower stands softly. Each small island appears. Our lonely harbor floats slowly.
            厨房今天寻找月亮。明亮的月亮陪伴清晰的月亮。\
            """);
  }

  @Test
  void answers_differently_to_another_seed_model_or_prompt() {
    String usual = SOURCE.reply(MODEL, "a").contentText();

    assertThat(new ReplySource(43).reply(MODEL, "a").contentText()).isNotEqualTo(usual);
    assertThat(SOURCE.reply("mimo-v2.5", "a").contentText()).isNotEqualTo(usual);
    assertThat(SOURCE.reply(MODEL, "b").contentText()).isNotEqualTo(usual);
    assertThat(SOURCE.reply(MODEL + "a", "").contentText()).isNotEqualTo(usual);
  }

  @Test
  void gives_the_same_answer_with_and_without_thinking() {
    ReplyLength length = SOURCE.length(MODEL, "why");

    assertThat(SOURCE.reply(MODEL, "why", length.withoutReasoning()).content())
        .isEqualTo(SOURCE.reply(MODEL, "why", length).content());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tell me a story",
        "讲一个故事",
        "猫の話",
        "안녕하세요",
        "расскажи",
        "wie geht es",
        "comment allez-vous",
        "hola, cómo está",
        "você está",
        "perché non"
      })
  void has_exactly_the_asked_number_of_pieces_and_ends_with_a_full_stop(String prompt) {
    for (int pieces = 2; pieces < 300; pieces++) {
      Reply reply = SOURCE.reply(MODEL, prompt, new ReplyLength(pieces, pieces));

      assertThat(reply.content()).hasSize(pieces).doesNotContain("");
      assertThat(reply.content().get(pieces - 1)).isIn(".", "。");
      assertThat(reply.reasoning()).hasSize(pieces);
    }
    assertThat(SOURCE.reply(MODEL, prompt, new ReplyLength(0, 0)).content()).isEmpty();
    assertThat(SOURCE.reply(MODEL, prompt, new ReplyLength(0, 1)).contentText())
        .doesNotContain(".", "。", " ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "tell me a story|[a-zA-Z,. ]+|",
        "讲一个故事|[\\p{IsHan}。]+|",
        "请解释 HashMap 的工作原理和扩容过程|[\\p{IsHan}。]+|",
        "What does 你好 mean in this sentence|[a-zA-Z,. ]+|",
        "猫について話してください|[\\p{IsHan}\\p{IsHiragana}。]+|は",
        "カタカナ|[\\p{IsHan}\\p{IsHiragana}。]+|は",
        "расскажи|[\\p{IsCyrillic},. ]+|",
        "Расскажи мне про HashMap, пожалуйста|[\\p{IsCyrillic},. ]+|",
        "안녕하세요, 오늘 날씨 어때요?|[\\p{IsHangul}. ]+|",
        "Guten Tag, wie geht es Ihnen heute?|[a-zA-Zäöüß,. ]+|Der |Ein |Man |Er ",
        "Schreibe mir bitte eine Geschichte über den Wald|[a-zA-Zäöüß,. ]+|Der |Ein |Man |Er ",
        "Bonjour, comment allez-vous ?|[a-zA-Zéèà,. ]+|Le |Ce |Un |Mon |Son |Ton |Il |On |Mais |Et ",
        "Hola, ¿cómo estás hoy?|[a-zA-Záéíóúñ,. ]+|El |Este |Un |Mi |Su |Tu |Todo |Y ",
        "Olá, como você está?|[a-zA-Zàáâãéêíóôõúç,. ]+|O |Este |Um |Mas |E |Ele ",
        "Ciao, come stai?|[a-zA-Zàèéìòù,. ]+|Il |Un |Ma |E |Si ",
        "|[a-zA-Z,. ]+|",
        "12345|[a-zA-Z,. ]+|",
        "مرحبا|[a-zA-Z,. ]+|"
      })
  void answers_in_the_language_of_the_prompt(String row) {
    String[] parts = row.split("\\|", 3);

    String text = SOURCE.reply(MODEL, parts[0], new ReplyLength(0, 60)).contentText();

    assertThat(text).matches(parts[1]);
    if (!parts[2].isEmpty()) {
      assertThat(text).containsAnyOf(parts[2].split("\\|"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tell me a story",
        "讲一个故事",
        "猫について話してください",
        "안녕하세요",
        "расскажи",
        "Wie geht es dir?",
        "Comment allez-vous ?",
        "¿Cómo está el tiempo?",
        "Como você está?",
        "Come stai, perché?"
      })
  void says_exactly_one_token_a_piece_in_every_language(String prompt) {
    ExactCounter counter = ExactCounter.builtIn();
    for (int i = 0; i < 400; i++) {
      int pieces = 1 + i % 97;
      String text =
          new ReplySource(i).reply(MODEL, prompt, new ReplyLength(0, pieces)).contentText();

      assertThat(counter.count(text)).as("seed %d: %s", i, text).isEqualTo(pieces);
    }
  }

  @Test
  void draws_lengths_around_the_medians() {
    int[] content = drawn().map(ReplyLength::content).mapToInt(i -> i).sorted().toArray();
    int[] reasoning = drawn().map(ReplyLength::reasoning).mapToInt(i -> i).sorted().toArray();

    assertThat(content[500]).isBetween(55, 65);
    assertThat(content[950]).isBetween(140, 185);
    assertThat(reasoning[500]).isBetween(27, 33);
    assertThat(content[0]).isGreaterThanOrEqualTo(2);
  }

  @Test
  void refuses_negative_lengths() {
    assertThatThrownBy(() -> new ReplyLength(0, -1))
        .hasMessage("lengths must not be negative: reasoning 0, content -1");
  }

  private static Stream<ReplyLength> drawn() {
    return IntStream.range(0, 1000).mapToObj(i -> SOURCE.length(MODEL, "prompt " + i));
  }

  @Test
  void draws_lengths_by_the_law_it_is_given() {
    ReplySource source = new ReplySource(1);
    int[] contents =
        IntStream.range(0, 4001)
            .map(i -> source.length("m", "prompt " + i, new LengthLaw(200, 0.5, 10)).content())
            .sorted()
            .toArray();

    assertThat(contents[2000]).isBetween(190, 210);
    assertThat(contents[3800] / 200.0).isBetween(2.1, 2.5);
    assertThat(source.length("m", "x", new LengthLaw(7, 0, 3))).isEqualTo(new ReplyLength(3, 7));
    assertThat(source.length("m", "x", new LengthLaw(1e9, 5, 1)).content()).isEqualTo(131_072);
  }

  @Test
  void refuses_laws_that_cannot_be() {
    assertThatThrownBy(() -> new LengthLaw(0, 0.6, 30))
        .hasMessage("medians must be at least 1: 0.0, 30.0");
    assertThatThrownBy(() -> new LengthLaw(60, -1, 30))
        .hasMessage("sigma must be within 0..5: -1.0");
  }
}
