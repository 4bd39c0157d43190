package dev.mimokit.server.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.zip.CRC32;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RecordingTest {

  private static final Voice MIA = new Voice("Mia", 7);
  private static final String GREETING = "Hello there, how are you? 你好，世界！";

  @ParameterizedTest
  @CsvSource({
    "a,                     3",
    "abcdef,               18",
    "ab cd,                14",
    "你好,                  20",
    "12,                   20",
    "'a,b',                14",
    "'a.b',                22",
    "'(happy) ab',          8",
    "'（开心）你',            10",
    "'ab (happy)',         23",
    "a[sighs]b,             6",
    "a[b,                   6",
    "'',                   16",
    "'\"\"',               16",
    "'   ',                16",
    "カナ,                  20",
    "한국,                  20",
    "𠀀,                   10",
    "a\uD800b,              6",
  })
  void lasts_as_long_as_the_text_says(String text, int frames) {
    Recording recording = Recording.of(text, MIA, 8192);

    assertThat(recording.frames()).isEqualTo(frames);
    assertThat(recording.duration()).isEqualTo(Duration.ofMillis(frames * 24L));
    assertThat(recording.isCut()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1, 6, 1, true", "2, 13, 2, true", "3, 20, 3, false", "4, 20, 3, false"})
  void stops_at_the_maximum_of_tokens(int maxTokens, int frames, int tokens, boolean cut) {
    Recording recording = Recording.of("你好", MIA, maxTokens);

    assertThat(recording.frames()).isEqualTo(frames);
    assertThat(recording.completionTokens()).isEqualTo(tokens);
    assertThat(recording.isCut()).isEqualTo(cut);
  }

  @Test
  void never_speaks_more_than_8192_tokens() {
    Recording recording = Recording.of("好".repeat(1_000_000), MIA, Integer.MAX_VALUE);

    assertThat(recording.completionTokens()).isEqualTo(8192);
    assertThat(recording.isCut()).isTrue();
    assertThat(recording.byteLength(SpeechFormat.PCM16)).isEqualTo(62_914_176);
  }

  @Test
  void refuses_a_maximum_without_a_token() {
    assertThatThrownBy(() -> Recording.of("a", MIA, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxTokens must be at least 1: 0");
  }

  @Test
  void writes_a_wav_file_that_the_jdk_reads() throws UnsupportedAudioFileException, IOException {
    Recording recording = Recording.of(GREETING, MIA, 8192);

    byte[] file = recording.bytes(SpeechFormat.WAV);

    try (AudioInputStream sound = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file))) {
      assertThat(sound.getFormat().matches(new AudioFormat(24_000, 16, 1, true, false))).isTrue();
      assertThat(sound.getFrameLength()).isEqualTo(recording.frames() * 576L);
      assertThat(sound.readAllBytes()).isEqualTo(recording.bytes(SpeechFormat.PCM16));
    }
  }

  @Test
  void writes_the_wav_header_that_the_jdk_writes() throws IOException {
    Recording recording = Recording.of("hi", MIA, 8192);
    byte[] samples = recording.bytes(SpeechFormat.PCM16);
    ByteArrayOutputStream expected = new ByteArrayOutputStream();

    AudioFormat format = new AudioFormat(24_000, 16, 1, true, false);
    AudioSystem.write(
        new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length / 2),
        AudioFileFormat.Type.WAVE,
        expected);

    assertThat(recording.bytes(SpeechFormat.WAV)).isEqualTo(expected.toByteArray());
  }

  @ParameterizedTest
  @EnumSource
  void joined_chunks_are_the_file(SpeechFormat format) {
    Recording recording = Recording.of(GREETING, MIA, 8192);

    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    recording.chunks(format, Duration.ofMillis(100)).forEachRemaining(joined::writeBytes);

    assertThat(joined.toByteArray())
        .isEqualTo(recording.bytes(format))
        .hasSize(recording.byteLength(format));
  }

  @Test
  void cuts_samples_into_chunks_of_whole_frames() {
    Recording recording = Recording.of("你好", MIA, 8192);

    assertThat(sizes(recording.chunks(SpeechFormat.PCM16, Duration.ofMillis(200))))
        .containsExactly(8 * 1152, 8 * 1152, 4 * 1152);
    assertThat(sizes(recording.chunks(SpeechFormat.PCM16, Duration.ZERO))).hasSize(20);
    assertThat(sizes(recording.chunks(SpeechFormat.PCM16, Duration.ofDays(9)))).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"PCM16", "MP3"})
  void chunks_joined_as_base64_are_base64_of_the_file(SpeechFormat format) {
    Recording recording = Recording.of(GREETING, MIA, 8192);
    StringBuilder joined = new StringBuilder();

    Base64.Encoder base64 = Base64.getEncoder();
    recording
        .chunks(format, Duration.ofMillis(100))
        .forEachRemaining(chunk -> joined.append(base64.encodeToString(chunk)));

    assertThat(joined).hasToString(base64.encodeToString(recording.bytes(format)));
  }

  /** The MP3 of this sum was decoded without a complaint by two decoders, to these 1.224 s. */
  @ParameterizedTest
  @CsvSource({"WAV, 58796, 2018829100", "MP3, 4896, 1781046052", "PCM16, 58752, 3798177571"})
  void gives_the_same_bytes_on_every_machine(SpeechFormat format, int bytes, long sum) {
    byte[] file = Recording.of("Hello, 世!", MIA, 8192).bytes(format);

    CRC32 found = new CRC32();
    found.update(file);
    assertThat(file).hasSize(bytes);
    assertThat(found.getValue()).isEqualTo(sum);
  }

  @Test
  void another_voice_seed_or_text_sounds_different() {
    byte[] sound = Recording.of("hello world", MIA, 8192).bytes(SpeechFormat.PCM16);

    assertThat(List.of(new Voice("Dean", 7), new Voice("Mia", 8)))
        .allSatisfy(
            voice ->
                assertThat(Recording.of("hello world", voice, 8192).bytes(SpeechFormat.PCM16))
                    .isNotEqualTo(sound)
                    .hasSameSizeAs(sound));
    assertThat(Recording.of("jello world", MIA, 8192).bytes(SpeechFormat.PCM16))
        .isNotEqualTo(sound);
  }

  @ParameterizedTest
  @CsvSource({"wav, WAV", "mp3, MP3", "pcm, PCM16", "pcm16, PCM16"})
  void knows_a_format_by_its_name(String name, SpeechFormat format) {
    assertThat(SpeechFormat.named(name)).contains(format);
    assertThat(SpeechFormat.named(name + "x")).isEmpty();
  }

  private static List<Integer> sizes(Iterator<byte[]> chunks) {
    List<Integer> sizes = new ArrayList<>();
    chunks.forEachRemaining(chunk -> sizes.add(chunk.length));
    return sizes;
  }
}
