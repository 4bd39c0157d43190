package dev.mimokit.core.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyTest {

  /** What {@code tokenizer.json} writes; the merges stand for "th", "the", " the". */
  private static final String MERGES =
      """
      ["t h", "th e", "Ġ the"]""";

  private static final String NEWER_MERGES =
      """
      [["t", "h"], ["th", "e"], ["Ġ", "the"]]""";

  private final Path folder;

  VocabularyTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void the_built_in_one_has_every_token() {
    assertThat(Vocabulary.builtIn().size()).isEqualTo(151_643);
    assertThat(Vocabulary.builtIn()).isSameAs(Vocabulary.builtIn());
  }

  @Test
  void reads_the_same_from_the_ranks_it_was_built_from() {
    ExactCounter read = new ExactCounter(Vocabulary.read(JtokkitOracle.RANKS));
    Random random = new Random(6);
    for (TextKind kind : TextKind.values()) {
      String text = kind.text(random);

      assertThat(read.count(text)).as(text).isEqualTo(ExactCounter.builtIn().count(text));
    }
  }

  @Test
  void reads_ranks() throws IOException {
    ExactCounter counter = new ExactCounter(read(ranks("th", "the", " the")));

    assertThat(counter.count("the theta")).isEqualTo(4);
    assertThat(counter.count("th the")).isEqualTo(2);
    assertThat(counter.count("he")).isEqualTo(2);
  }

  @Test
  void reads_tokenizer_json_in_both_spellings_of_merges() throws IOException {
    for (String merges : new String[] {MERGES, NEWER_MERGES}) {
      ExactCounter counter = new ExactCounter(read(json("NFC", TokenizerJson.EXPRESSION, merges)));

      assertThat(counter.count("the theta")).isEqualTo(4);
      assertThat(counter.count("th the")).isEqualTo(2);
      assertThat(counter.count("he")).isEqualTo(2);
    }
  }

  @Test
  void leaves_out_tokens_that_no_text_can_give() throws IOException {
    Vocabulary vocabulary =
        read(json("NFC", TokenizerJson.EXPRESSION, "[\"a b\", \"b c\", \"a bc\"]"));

    assertThat(vocabulary.size()).isEqualTo(256 + 2);
    assertThat(new ExactCounter(vocabulary).count("abc")).isEqualTo(2);
  }

  @Test
  void refuses_ranks_in_one_line() {
    assertRefused("YQ== 0\nnothing\n", ":2: expected a token in Base64, a space and its rank");
    assertRefused("YQ== 0\nYg== 0\n", ":2: rank 0 is given twice");
    assertRefused("YQ== -1\n", ":1: expected a token in Base64, a space and its rank");
    assertRefused("?? 1\n", ":1: expected a token in Base64, a space and its rank");
    assertRefused("YQ== 0\n", ": expected all 256 bytes among the tokens, found 1");
    assertRefused("", ": expected all 256 bytes among the tokens, found 0");
  }

  @Test
  void refuses_tokenizer_json_in_one_line() {
    assertRefused("{}", ": /model/type: expected BPE");
    assertRefused(json("NFKC", "", MERGES), ": /normalizer/type: expected NFC, found NFKC");
    assertRefused(
        json("NFC", "\\s+", MERGES),
        ": /pre_tokenizer/pretokenizers/pattern/Regex: expected "
            + TokenizerJson.EXPRESSION
            + ", found \\s+");
    assertRefused(
        json("NFC", TokenizerJson.EXPRESSION, "[\"ab\"]"),
        ": /model/merges/0: expected two tokens with a space between");
    assertRefused(
        json("NFC", TokenizerJson.EXPRESSION, "[\"你 好\"]"),
        ": /model/merges/0: expected byte-level tokens");
    assertRefused(json("NFC", TokenizerJson.EXPRESSION, "7"), ": /model/merges: expected a list");
    assertRefused(
        json("NFC", TokenizerJson.EXPRESSION, "[]"),
        ": /model/merges: expected 1 to 1048319 merges");
    assertThatThrownBy(() -> read("{\n\"model\": nonsense}"))
        .isInstanceOf(VocabularyFormatException.class)
        .hasMessageContaining(":2: expected JSON: ")
        .hasMessageNotContaining("\n");
    assertThatThrownBy(() -> read("{\"model\": {\"type\":"))
        .isInstanceOf(VocabularyFormatException.class)
        .hasMessageContaining(": expected JSON: ");
  }

  @Test
  void says_which_file_cannot_be_read() {
    assertThatThrownBy(() -> Vocabulary.read(folder.resolve("missing.json")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("missing.json");
  }

  private void assertRefused(String file, String message) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(VocabularyFormatException.class)
        .hasMessage(folder.resolve("vocabulary") + message);
  }

  private Vocabulary read(String file) throws IOException {
    return Vocabulary.read(Files.writeString(folder.resolve("vocabulary"), file));
  }

  private static String ranks(String... tokens) {
    StringBuilder file = new StringBuilder();
    int rank = 0;
    for (; rank < 256; rank++) {
      file.append(line(new byte[] {(byte) (255 - rank)}, rank));
    }
    for (String token : tokens) {
      file.append(line(token.getBytes(StandardCharsets.UTF_8), rank++));
    }
    return file.toString();
  }

  private static String line(byte[] token, int rank) {
    return Base64.getEncoder().encodeToString(token) + " " + rank + "\n";
  }

  private static String json(String normalizer, String expression, String merges) {
    return """
        {"version": "1.0", "added_tokens": [{"id": 300, "content": "<|end|>"}],
         "normalizer": {"type": "%s"},
         "pre_tokenizer": {"type": "Sequence", "pretokenizers": [
           {"type": "Split", "pattern": {"Regex": "%s"}, "behavior": "Isolated", "invert": false},
           {"type": "ByteLevel", "add_prefix_space": false, "use_regex": false}]},
         "model": {"type": "BPE", "dropout": null, "vocab": {"t": 0}, "merges": %s}}
        """
        .formatted(normalizer, expression.replace("\\", "\\\\"), merges);
  }
}
