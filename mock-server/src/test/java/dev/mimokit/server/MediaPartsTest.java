package dev.mimokit.server;

import static dev.mimokit.server.Lab.PRO;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaPartsTest {

  private static final String OMNI = "mimo-v2.5";

  private final Lab lab = new Lab();

  /** Image understanding page: 1920 x 1080 costs 2040 tokens. */
  @ParameterizedTest
  @ValueSource(strings = {OMNI, "mimo-v2-omni"})
  void counts_a_picture_by_its_size(String model) throws IOException {
    String url = "data:image/png;base64," + png(1920, 1080);

    String text = lab.chat("sk-demo", body(model, image(url))).text();

    assertThat(text)
        .contains("\"prompt_tokens\":" + (1 + 2040 + 4 + 3) + ",")
        .contains("\"prompt_tokens_details\":{\"image_tokens\":2040}");
  }

  /** ASSUMED sizes of what is never fetched: 1024 x 1024, 10 s of sound. */
  @Test
  void counts_what_stands_behind_an_address_by_assumption() {
    String sound =
        "{\"type\":\"input_audio\",\"input_audio\":{\"data\":\"https://example.com/a.mp3\"}}";

    assertThat(lab.chat("sk-demo", body(OMNI, image("https://example.com/a.png"))).text())
        .contains("\"prompt_tokens_details\":{\"image_tokens\":1024}");
    assertThat(lab.chat("sk-demo", body(OMNI, sound)).text())
        .containsPattern("\"prompt_tokens_details\":\\{\"audio_tokens\":6[0-9]\\}");
  }

  @Test
  void counts_a_film_by_its_frame_rate() {
    String slow = video("https://example.com/a.mp4", "");
    String fast = video("https://example.com/a.mp4", ",\"fps\":5");

    String few = lab.chat("sk-demo", body(OMNI, slow)).text();
    String many = lab.chat("sk-demo", body(OMNI, fast)).text();

    assertThat(few).containsPattern("\"audio_tokens\":[1-9][0-9]*,\"video_tokens\":[1-9]");
    assertThat(videoTokens(many)).isGreaterThan(2 * videoTokens(few));
  }

  @ParameterizedTest
  @CsvSource({"image_url,image", "input_audio,audio", "video_url,video"})
  void answers_404_when_the_model_reads_text_only(String type, String kind) {
    String part = "{\"type\":\"" + type + "\",\"" + type + "\":{}}";

    FakeExchange refused = lab.chat("sk-demo", Lab.streamed(body(PRO, part)));

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.text())
        .isEqualTo(
            "{\"error\":{\"code\":\"404\",\"message\":\"No endpoints found that support "
                + kind
                + " input\",\"param\":\"\",\"type\":\"\"}}");
    assertThat(lab.tokens("demo")).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"type\":\"image_url\"}|`image_url` is not set",
        "{\"type\":\"image_url\",\"image_url\":\"https://example.com/a.png\"}|`image_url` must be an"
            + " object",
        "{\"type\":\"image_url\",\"image_url\":{}}|`image_url.url` is not set",
        "{\"type\":\"input_audio\",\"input_audio\":{\"url\":\"x\"}}|`input_audio.data` is not set",
        "{\"type\":\"video_url\",\"video_url\":{\"url\":\"https://example.com/a\"},\"fps\":11}|`fps` must"
            + " be within 0.1 and 10.0",
        "{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,AAAA\"}}|image must be"
      })
  void refuses_parts_that_are_no_media(String part, String param) {
    FakeExchange refused = lab.chat("sk-demo", body(OMNI, part));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("\"param\":\"" + param);
    assertThat(lab.journal()).containsExactly("Received", "Answered 400");
  }

  private static int videoTokens(String text) {
    return Integer.parseInt(text.replaceAll("(?s).*\"video_tokens\":([0-9]+).*", "$1"));
  }

  private static String image(String url) {
    return "{\"type\":\"image_url\",\"image_url\":{\"url\":\"" + url + "\"}}";
  }

  private static String video(String url, String more) {
    return "{\"type\":\"video_url\",\"video_url\":{\"url\":\"" + url + "\"}" + more + "}";
  }

  private static String body(String model, String part) {
    return "{\"model\":\""
        + model
        + "\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"hello\"},"
        + part
        + "]}]}";
  }

  private static String png(int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), "png", out);
    return Base64.getEncoder().encodeToString(out.toByteArray());
  }
}
