package dev.mimokit.server.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceSampleTest {

  private static final Recording RECORDING = Recording.of("sample", new Voice("Mia", 1), 100);
  private static final byte[] WAV = RECORDING.bytes(SpeechFormat.WAV);
  private static final byte[] MP3 = RECORDING.bytes(SpeechFormat.MP3);

  @ParameterizedTest
  @ValueSource(strings = {"audio/wav", "audio/x-wav", "Audio/WAV"})
  void takes_a_wav_file(String type) {
    assertThat(VoiceSample.of(url(type, WAV)))
        .isInstanceOfSatisfying(
            VoiceSample.class,
            sample -> {
              assertThat(sample.format()).isEqualTo(SpeechFormat.WAV);
              assertThat(sample.bytes()).isEqualTo(WAV.length);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"audio/mpeg", "audio/mp3"})
  void takes_an_mp3_file(String type) {
    assertThat(VoiceSample.of(url(type, MP3)))
        .isInstanceOfSatisfying(
            VoiceSample.class, sample -> assertThat(sample.format()).isEqualTo(SpeechFormat.MP3));
  }

  @Test
  void takes_an_mp3_file_behind_a_tag() {
    byte[] tagged = new byte[10 + 300 + MP3.length];
    System.arraycopy(new byte[] {'I', 'D', '3', 4, 0, 0, 0, 0, 2, 44}, 0, tagged, 0, 10);
    System.arraycopy(MP3, 0, tagged, 310, MP3.length);

    assertThat(VoiceSample.of(url("audio/mpeg", tagged))).isInstanceOf(VoiceSample.class);
  }

  @Test
  void tells_samples_apart_by_their_fingerprint() {
    assertThat(VoiceSample.of(url("audio/wav", WAV)))
        .isEqualTo(VoiceSample.of(url("audio/x-wav", WAV)))
        .isNotEqualTo(VoiceSample.of(url("audio/mpeg", MP3)));
  }

  @ParameterizedTest
  @CsvSource({
    "'',                       audio.voice must be data:MIME;base64",
    "Mia,                      audio.voice must be data:MIME;base64",
    "https://a.example/v.mp3,  audio.voice must be data:MIME;base64",
    "'data:audio/wav,UklGRg',  audio.voice must be data:MIME;base64",
    "'data:audio/ogg;base64,T2dnUw==',  audio.voice must be audio/mpeg or audio/wav: audio/ogg",
    "'data:audio/wav;base64,%%%',       audio.voice must be base64",
    "'data:audio/wav;base64,',          no wav header",
    "'data:audio/mpeg;base64,AAAA',     no mp3 header",
    "'data:audio/mpeg;base64,SUQzBAAAf39/fw==', no mp3 header",
  })
  void refuses_what_is_no_sample_and_says_why(String voice, String reason) {
    assertThat(VoiceSample.of(voice))
        .isInstanceOfSatisfying(BadSample.class, bad -> assertThat(bad.reason()).contains(reason));
  }

  @Test
  void refuses_a_file_of_another_type_than_it_says() {
    assertThat(VoiceSample.of(url("audio/mpeg", WAV))).isInstanceOf(BadSample.class);
    assertThat(VoiceSample.of(url("audio/wav", MP3))).isInstanceOf(BadSample.class);
  }

  @Test
  void refuses_a_wav_file_without_samples() {
    assertThat(VoiceSample.of(url("audio/wav", Arrays.copyOf(WAV, 44))))
        .isInstanceOf(BadSample.class);
    assertThat(VoiceSample.of(url("audio/wav", Arrays.copyOf(WAV, 30))))
        .isInstanceOf(BadSample.class);
  }

  @Test
  void takes_10_mb_of_base64_and_no_more() {
    byte[] largest = Arrays.copyOf(MP3, VoiceSample.LONGEST_BASE64 / 4 * 3);

    assertThat(VoiceSample.of(url("audio/mpeg", largest))).isInstanceOf(VoiceSample.class);
    assertThat(VoiceSample.of(url("audio/mpeg", Arrays.copyOf(largest, largest.length + 1))))
        .isEqualTo(
            new BadSample("audio.voice must have at most 10485760 characters of base64: 10485764"));
  }

  private static String url(String type, byte[] file) {
    return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(file);
  }
}
