package dev.mimokit.server.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads the frames back with a reader of its own. */
class Mp3EncoderTest {

  private static final int FRAME = 96;

  @Test
  void every_frame_has_the_header_of_24_khz_and_32_kbit() {
    byte[] file = mp3("Hello, 世界!");

    assertThat(file.length % FRAME).isZero();
    for (int at = 0; at < file.length; at += FRAME) {
      Reader reader = new Reader(file, at);
      assertThat(reader.take(11)).as("sync").isEqualTo(0x7FF);
      assertThat(reader.take(2)).as("MPEG-2").isEqualTo(0b10);
      assertThat(reader.take(2)).as("Layer III").isEqualTo(0b01);
      assertThat(reader.take(1)).as("no checksum").isEqualTo(1);
      assertThat(reader.take(4)).as("32 kbit/s").isEqualTo(4);
      assertThat(reader.take(2)).as("24 kHz").isEqualTo(1);
      assertThat(reader.take(1)).as("no padding").isZero();
      assertThat(reader.take(1)).as("private").isZero();
      assertThat(reader.take(2)).as("one channel").isEqualTo(3);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 8, 17, 18, 19, 40, 575})
  void a_note_is_one_line_of_the_spectrum(int line) {
    List<Integer> lines = lines(frames(new Note(line, 5)));

    int other = line % 2 == 0 ? line : -line;
    assertThat(lines).containsExactly(line, other, line, other, 0);
  }

  @Test
  void a_rest_is_empty() {
    assertThat(lines(frames(Note.rest(3)))).containsExactly(0, 0, 0);
  }

  @Test
  void a_note_cut_to_one_frame_still_sounds() {
    assertThat(lines(frames(new Note(9, 1)))).containsExactly(9);
  }

  @Test
  void plays_the_tone_that_the_samples_have() {
    Voice voice = new Voice("Chloe", 3);
    Recording recording = Recording.of("你好世界", voice, 8192);
    ByteBuffer samples =
        ByteBuffer.wrap(recording.bytes(SpeechFormat.PCM16)).order(ByteOrder.LITTLE_ENDIAN);

    List<Integer> lines = lines(recording.bytes(SpeechFormat.MP3));

    for (int note = 0; note < 4; note++) {
      int first = (note * 10 + 2) * 576;
      int loudest = loudestLine(samples, first);
      assertThat(Math.abs(lines.get(note * 10))).isEqualTo(loudest);
    }
  }

  /** The line of which two frames of samples have most, by comparing them with each. */
  private static int loudestLine(ByteBuffer samples, int first) {
    int loudest = 0;
    double most = 0;
    for (int line = 1; line < 60; line++) {
      double sine = 0;
      double cosine = 0;
      for (int i = 0; i < 1152; i++) {
        short sample = samples.getShort((first + i) * Short.BYTES);
        sine += sample * Math.sin(2 * Math.PI * line * i / 1152);
        cosine += sample * Math.cos(2 * Math.PI * line * i / 1152);
      }
      double power = sine * sine + cosine * cosine;
      if (power > most) {
        most = power;
        loudest = line;
      }
    }
    return loudest;
  }

  private static byte[] mp3(String text) {
    return Recording.of(text, new Voice("Mia", 7), 8192).bytes(SpeechFormat.MP3);
  }

  private static byte[] frames(Note note) {
    ByteBuffer out = ByteBuffer.allocate(note.frames() * FRAME);
    for (int frame = 0; frame < note.frames(); frame++) {
      new Mp3Encoder().write(note, frame, out);
    }
    return out.array();
  }

  /** The one line of each frame that is not zero, negative when it is; 0 for an empty frame. */
  private static List<Integer> lines(byte[] file) {
    List<Integer> lines = new ArrayList<>();
    for (int at = 0; at < file.length; at += FRAME) {
      lines.add(line(new Reader(file, at)));
    }
    return lines;
  }

  private static int line(Reader reader) {
    reader.take(32);
    assertThat(reader.take(8)).as("main data begins here").isZero();
    reader.take(1);
    int bits = reader.take(12);
    int pairs = reader.take(9);
    reader.take(8);
    assertThat(reader.take(9)).as("no scale factors").isZero();
    assertThat(reader.take(1)).as("long block").isZero();
    assertThat(reader.take(15)).as("table 1 everywhere").isEqualTo(0b00001_00001_00001);
    reader.take(9);
    int before = reader.at();
    int line = 0;
    for (int pair = 0; pair < pairs; pair++) {
      int found = reader.pair(pair * 2);
      line = found == 0 ? line : found;
    }
    assertThat(reader.at() - before).as("length of the main data").isEqualTo(bits);
    return line;
  }

  /** Takes bits off a frame. */
  private static final class Reader {
    private final byte[] file;
    private int at;

    Reader(byte[] file, int from) {
      this.file = file;
      this.at = from * 8;
    }

    int at() {
      return at;
    }

    int take(int width) {
      int value = 0;
      for (int i = 0; i < width; i++, at++) {
        value = (value << 1) | ((file[at / 8] >> (7 - at % 8)) & 1);
      }
      return value;
    }

    /** Huffman table 1: 1 is (0,0), 01 is (1,0), 001 is (0,1); a sign follows what is not 0. */
    int pair(int line) {
      if (take(1) == 1) {
        return 0;
      }
      int found = take(1) == 1 ? line : line + 1;
      if (found > line) {
        assertThat(take(1)).as("no pair (1,1)").isEqualTo(1);
      }
      return take(1) == 1 ? -found : found;
    }
  }
}
