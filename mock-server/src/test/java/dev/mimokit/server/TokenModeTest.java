package dev.mimokit.server;

import static dev.mimokit.server.Lab.PRO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mimokit.core.tokens.ExactCounter;
import dev.mimokit.core.tokens.TokenEstimator;
import dev.mimokit.core.tokens.TokenMode;
import dev.mimokit.server.wire.JsonBody;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokenModeTest {

  /** Longer than what the hybrid counter counts exactly, and of a kind it errs about. */
  private static final String LONG = "kwxqz 10.5 Zyx-wvu; ".repeat(6_000);

  /** Four a message, three for the answer's beginning; the model thinks. */
  private static final long FORM = 7;

  @ParameterizedTest
  @EnumSource(names = {"EXACT", "HYBRID"})
  void usage_is_exact_whatever_admission_counted(TokenMode mode) {
    Lab lab = new Lab(ServerOptions.defaults().counting(mode));

    long exact = ExactCounter.builtIn().count(LONG) + FORM;

    assertThat(prompt(lab, LONG)).isEqualTo(exact);
    assertThat(prompt(lab, "hello there")).isEqualTo(2 + FORM);
  }

  @Test
  void usage_is_what_was_estimated_when_no_vocabulary_is_wanted() {
    Lab lab = new Lab(ServerOptions.defaults().counting(TokenMode.ESTIMATE));

    assertThat(prompt(lab, LONG)).isEqualTo(new TokenEstimator().tokens(LONG) + FORM);
  }

  @Test
  void the_file_chooses_unless_the_option_does(@TempDir Path dir) throws IOException {
    Path file = Files.writeString(dir.resolve("c.yaml"), "tokens: {mode: estimate}\n");
    ServerOptions options = ServerOptions.defaults().configuredBy(file);

    assertThat(prompt(new Lab(options), LONG)).isEqualTo(new TokenEstimator().tokens(LONG) + FORM);
    assertThat(prompt(new Lab(options.counting(TokenMode.EXACT)), LONG))
        .isEqualTo(ExactCounter.builtIn().count(LONG) + FORM);
  }

  @Test
  void another_vocabulary_counts_otherwise(@TempDir Path dir) throws IOException {
    StringBuilder bytes = new StringBuilder();
    for (int one = 0; one < 256; one++) {
      String base64 = Base64.getEncoder().encodeToString(new byte[] {(byte) one});
      bytes.append(base64).append(' ').append(one).append('\n');
    }
    Path file = Files.writeString(dir.resolve("bytes.tiktoken"), bytes);

    Lab lab = new Lab(ServerOptions.defaults().tokenizedBy(file));

    assertThat(prompt(lab, "hello there")).isEqualTo("hello there".length() + FORM);
  }

  @Test
  void a_broken_vocabulary_is_one_line(@TempDir Path dir) throws IOException {
    Path file = Files.writeString(dir.resolve("broken.tiktoken"), "no vocabulary\n");

    assertThatThrownBy(() -> new Lab(ServerOptions.defaults().tokenizedBy(file)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void a_mode_that_does_not_exist_is_refused_by_line(@TempDir Path dir) throws IOException {
    Path file = Files.writeString(dir.resolve("c.yaml"), "tokens:\n  mode: guess\n");

    assertThatThrownBy(() -> new Lab(ServerOptions.defaults().configuredBy(file)))
        .hasMessage(file + ":2: 'tokens.mode': expected exact or hybrid or estimate");
  }

  private static long prompt(Lab lab, String text) {
    String answer = lab.chat("sk-demo", Lab.body(PRO, text)).text();
    return JsonBody.read(answer.getBytes(StandardCharsets.UTF_8))
        .path("usage")
        .path("prompt_tokens")
        .asLong();
  }
}
