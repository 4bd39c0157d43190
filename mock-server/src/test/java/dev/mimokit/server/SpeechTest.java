package dev.mimokit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The speech models of both directions, through chat completions. */
class SpeechTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TTS = "mimo-v2.5-tts";
  private static final String TEXT = "The lantern is lit, and the river is calm.";

  private final Lab lab = new Lab();

  @Test
  void answers_a_wav_as_long_as_the_text_when_no_format_is_named()
      throws IOException, UnsupportedAudioFileException {
    JsonNode shorter = answer(speak(TTS, "\"audio\":{\"voice\":\"Mia\"}", TEXT));
    JsonNode longer = answer(speak(TTS, "\"audio\":{\"voice\":\"Mia\"}", TEXT + " " + TEXT));

    assertThat(frames(longer)).isGreaterThan(frames(shorter) * 3 / 2);
    assertThat(shorter.at("/choices/0/finish_reason").asText()).isEqualTo("stop");
    assertThat(shorter.at("/choices/0/message/content").asText()).isEmpty();
    assertThat(shorter.at("/choices/0/message/audio/expires_at").isNull()).isTrue();
    assertThat(shorter.at("/choices/0/message/audio/transcript").isNull()).isTrue();
    assertThat(shorter.at("/usage/completion_tokens_details/reasoning_tokens").asInt()).isZero();
  }

  @Test
  void says_the_same_to_the_same_and_sounds_otherwise_with_another_voice() throws IOException {
    byte[] mia = sound(answer(speak(TTS, "\"audio\":{\"voice\":\"Mia\"}", TEXT)));

    assertThat(sound(answer(speak(TTS, "\"audio\":{\"voice\":\"Mia\"}", TEXT)))).isEqualTo(mia);
    assertThat(sound(answer(speak(TTS, "\"audio\":{\"voice\":\"冰糖\"}", TEXT)))).isNotEqualTo(mia);
  }

  @ParameterizedTest
  @CsvSource({"mp3, fff3", "pcm16, ''", "pcm, ''"})
  void writes_the_format_that_is_asked_for(String format, String magic) throws IOException {
    byte[] sound = sound(answer(speak(TTS, "\"audio\":{\"format\":\"" + format + "\"}", TEXT)));

    assertThat(java.util.HexFormat.of().formatHex(sound)).startsWith(magic);
    assertThat(sound).hasSizeGreaterThan(5_000);
  }

  @Test
  void streams_samples_bit_by_bit_that_join_to_the_whole() throws IOException {
    String audio = "\"audio\":{\"format\":\"pcm16\"}";
    FakeExchange stream = lab.chat("sk-demo", Lab.streamed(speak(TTS, audio, TEXT))).play();
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    List<JsonNode> chunks = chunks(stream);
    for (JsonNode chunk : chunks) {
      joined.writeBytes(
          Base64.getDecoder().decode(chunk.at("/choices/0/delta/audio/data").asText("")));
    }

    assertThat(chunks).hasSizeGreaterThan(10);
    assertThat(joined.toByteArray()).isEqualTo(sound(answer(speak(TTS, audio, TEXT))));
  }

  @Test
  void sends_a_cloned_voice_in_one_piece() throws IOException {
    String audio =
        "\"audio\":{\"format\":\"pcm16\",\"voice\":\"data:audio/wav;base64," + wav() + "\"}";
    FakeExchange stream =
        lab.chat("sk-demo", Lab.streamed(speak("mimo-v2.5-tts-voiceclone", audio, TEXT))).play();

    assertThat(chunks(stream))
        .filteredOn(chunk -> chunk.at("/choices/0/delta").has("audio"))
        .hasSize(1);
  }

  @Test
  void designs_a_voice_from_a_description_and_makes_up_what_it_says() throws IOException {
    JsonNode answer =
        answer(
            "{\"model\":\"mimo-v2.5-tts-voicedesign\",\"audio\":{\"optimize_text_preview\":true},"
                + "\"messages\":[{\"role\":\"user\",\"content\":\"A warm old voice.\"}]}");

    assertThat(answer.at("/choices/0/message/final_text_preview").asText()).isNotBlank();
    assertThat(sound(answer)).hasSizeGreaterThan(5_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "mimo-v2.5-tts|\"audio\":{\"voice\":\"Nobody\"}|`audio.voice` must be one of",
        "mimo-v2-tts|\"audio\":{\"voice\":\"Mia\"}|`audio.voice` must be one of mimo_default",
        "mimo-v2.5-tts|\"audio\":{\"format\":\"flac\"}|`audio.format` must be wav, mp3, pcm or",
        "mimo-v2.5-tts|\"audio\":7|`audio` must be an object",
        "mimo-v2.5-tts|\"max_completion_tokens\":8193|max_completion_tokens is too large: 8193",
        "mimo-v2.5-tts-voiceclone|\"audio\":{}|`audio.voice` is not set",
        "mimo-v2.5-tts-voiceclone|\"audio\":{\"voice\":\"Mia\"}|audio.voice must be data:",
        "mimo-v2.5-tts-voicedesign|\"audio\":{\"voice\":\"Mia\"}|`audio.voice` is not supported",
      })
  void refuses_what_the_model_does_not_take_and_charges_nothing(
      String model, String field, String param) {
    FakeExchange refused = lab.chat("sk-demo", speak(model, field, TEXT));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("\"message\":\"Param Incorrect\",\"param\":\"" + param);
    assertThat(lab.journal()).doesNotContain("Admitted");
  }

  @Test
  void asks_for_a_text_to_speak() {
    FakeExchange refused = lab.chat("sk-demo", Lab.body(TTS, "Speak slowly."));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("an assistant message with the text to be spoken");
  }

  @Test
  void stops_at_the_maximum() throws IOException {
    JsonNode answer = answer(speak(TTS, "\"max_completion_tokens\":3", TEXT));

    assertThat(answer.at("/choices/0/finish_reason").asText()).isEqualTo("length");
    assertThat(answer.at("/usage/completion_tokens").asInt()).isEqualTo(3);
  }

  @Test
  void writes_a_recording_down_in_the_later_revision() throws IOException {
    Lab later = new Lab(ServerOptions.defaults().serving("2026-10-09"));
    String body =
        "{\"model\":\"mimo-v2.5-asr\",\"asr_options\":{\"language\":\"%s\"},\"messages\":[{\"role\":"
            + "\"user\",\"content\":[{\"type\":\"input_audio\",\"input_audio\":{\"data\":"
            + "\"data:audio/wav;base64,"
            + wav()
            + "\"}}]}]}";

    JsonNode answer = JSON.readTree(later.chat("sk-demo", body.formatted("en")).text());

    assertThat(answer.at("/choices/0/message/content").asText()).isNotBlank();
    assertThat(answer.at("/usage/seconds").asDouble()).isGreaterThan(1);
    assertThat(answer.at("/usage/prompt_tokens_details/audio_tokens").asInt()).isPositive();
    assertThat(later.chat("sk-demo", body.formatted("fr")).status()).isEqualTo(400);
    assertThat(later.chat("sk-demo", Lab.body("mimo-v2.5-asr", "hello")).status()).isEqualTo(400);
  }

  private String wav() throws IOException {
    return answer(speak(TTS, "\"audio\":{}", TEXT)).at("/choices/0/message/audio/data").asText();
  }

  private JsonNode answer(String body) throws IOException {
    FakeExchange exchange = lab.chat("sk-demo", body);
    assertThat(exchange.status()).as(exchange.text()).isEqualTo(200);
    return JSON.readTree(exchange.text());
  }

  private static byte[] sound(JsonNode answer) {
    return Base64.getDecoder().decode(answer.at("/choices/0/message/audio/data").asText());
  }

  private static long frames(JsonNode answer) throws IOException, UnsupportedAudioFileException {
    try (AudioInputStream sound =
        AudioSystem.getAudioInputStream(new ByteArrayInputStream(sound(answer)))) {
      return sound.getFrameLength();
    }
  }

  private static List<JsonNode> chunks(FakeExchange stream) {
    return Arrays.stream(stream.text().split("\n\n", -1))
        .filter(event -> event.startsWith("data: {"))
        .map(event -> read(event.substring("data: ".length())))
        .toList();
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String speak(String model, String field, String text) {
    return "{\"model\":\""
        + model
        + "\","
        + field
        + ",\"messages\":[{\"role\":\"user\",\"content\":\"Calmly.\"},{\"role\":\"assistant\","
        + "\"content\":\""
        + text
        + "\"}]}";
  }
}
